@NullMarked
package org.dalescope.app.ui.suite;

import org.jspecify.annotations.NullMarked;
