/** Tests of the preferences, without a toolkit. */
@NullMarked
package org.dalescope.app.window.preferences;

import org.jspecify.annotations.NullMarked;
