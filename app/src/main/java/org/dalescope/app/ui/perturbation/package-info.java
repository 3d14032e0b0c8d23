/** The view of perturbations: silencing, driving, cutting and lesioning, answered while sliders move. */
@NullMarked
package org.dalescope.app.ui.perturbation;

import org.jspecify.annotations.NullMarked;
