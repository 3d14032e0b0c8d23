/** What the answers of all suites that ask a question share: their sentences, and the circuits of the arms. */
@NullMarked
package org.dalescope.model.suite.answer;

import org.jspecify.annotations.NullMarked;
