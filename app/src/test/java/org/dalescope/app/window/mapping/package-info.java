/** Tests without a toolkit. */
@NullMarked
package org.dalescope.app.window.mapping;

import org.jspecify.annotations.NullMarked;
