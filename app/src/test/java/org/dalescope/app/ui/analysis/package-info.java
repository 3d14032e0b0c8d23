@NullMarked
package org.dalescope.app.ui.analysis;

import org.jspecify.annotations.NullMarked;
