/** Tests without a toolkit. */
@NullMarked
package org.dalescope.app.window.job;

import org.jspecify.annotations.NullMarked;
