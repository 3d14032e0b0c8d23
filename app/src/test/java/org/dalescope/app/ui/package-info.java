@NullMarked
package org.dalescope.app.ui;

import org.jspecify.annotations.NullMarked;
