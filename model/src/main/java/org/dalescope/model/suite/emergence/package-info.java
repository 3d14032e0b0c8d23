/** The answer of the suite 'emergence': whether selectivity arises from recurrence. */
@NullMarked
package org.dalescope.model.suite.emergence;

import org.jspecify.annotations.NullMarked;
