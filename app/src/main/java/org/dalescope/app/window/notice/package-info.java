/** Messages to the person: a refusal's sentence, or one sentence and a report to copy. */
@NullMarked
package org.dalescope.app.window.notice;

import org.jspecify.annotations.NullMarked;
