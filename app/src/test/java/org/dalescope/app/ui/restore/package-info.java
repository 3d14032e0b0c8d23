@NullMarked
package org.dalescope.app.ui.restore;

import org.jspecify.annotations.NullMarked;
