@NullMarked
package org.dalescope.app.window.analysis;

import org.jspecify.annotations.NullMarked;
