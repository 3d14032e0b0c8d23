@NullMarked
package org.dalescope.app.ui.perturbation;

import org.jspecify.annotations.NullMarked;
