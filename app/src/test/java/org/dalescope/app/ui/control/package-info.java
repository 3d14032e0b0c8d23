@NullMarked
package org.dalescope.app.ui.control;

import org.jspecify.annotations.NullMarked;
