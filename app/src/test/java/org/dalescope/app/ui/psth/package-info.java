@NullMarked
package org.dalescope.app.ui.psth;

import org.jspecify.annotations.NullMarked;
