/** The texts of the window and its charts. */
@NullMarked
package org.dalescope.app.text;

import org.jspecify.annotations.NullMarked;
