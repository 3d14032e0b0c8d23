/** The words of the window and its charts, all in one bundle, by key. */
@NullMarked
package org.dalescope.app.words;

import org.jspecify.annotations.NullMarked;
