@NullMarked
package org.dalescope.app.ui.configure;

import org.jspecify.annotations.NullMarked;
