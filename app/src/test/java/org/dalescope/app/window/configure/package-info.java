/** Tests without a toolkit. */
@NullMarked
package org.dalescope.app.window.configure;

import org.jspecify.annotations.NullMarked;
