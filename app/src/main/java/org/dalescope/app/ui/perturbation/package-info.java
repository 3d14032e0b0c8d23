/** The view of perturbations: silencing, driving, cutting and lesioning, computed while the user moves the sliders. */
@NullMarked
package org.dalescope.app.ui.perturbation;

import org.jspecify.annotations.NullMarked;
