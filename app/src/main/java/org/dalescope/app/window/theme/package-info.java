/** Light and dark, for controls and charts alike. */
@NullMarked
package org.dalescope.app.window.theme;

import org.jspecify.annotations.NullMarked;
