/** The preferences: which libtorch and which devices are used, and where files are kept. */
@NullMarked
package org.dalescope.app.ui.preferences;

import org.jspecify.annotations.NullMarked;
