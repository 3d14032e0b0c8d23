@NullMarked
package org.dalescope.app.ui.shell;

import org.jspecify.annotations.NullMarked;
