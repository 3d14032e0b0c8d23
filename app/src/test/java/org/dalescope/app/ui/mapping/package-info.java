@NullMarked
package org.dalescope.app.ui.mapping;

import org.jspecify.annotations.NullMarked;
