@NullMarked
package org.dalescope.app.ui.preferences;

import org.jspecify.annotations.NullMarked;
