/** Tests of the scope. */
@NullMarked
package org.dalescope.app.window.fit;

import org.jspecify.annotations.NullMarked;
