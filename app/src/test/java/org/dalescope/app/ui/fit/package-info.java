@NullMarked
package org.dalescope.app.ui.fit;

import org.jspecify.annotations.NullMarked;
