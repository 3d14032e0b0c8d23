@NullMarked
package org.dalescope.app.ui.workspace;

import org.jspecify.annotations.NullMarked;
