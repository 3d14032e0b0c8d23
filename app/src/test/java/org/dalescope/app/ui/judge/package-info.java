@NullMarked
package org.dalescope.app.ui.judge;

import org.jspecify.annotations.NullMarked;
