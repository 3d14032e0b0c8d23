@NullMarked
package org.dalescope.app.ui.library;

import org.jspecify.annotations.NullMarked;
