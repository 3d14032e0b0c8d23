/** The perturbation laboratory: what silencing, driving, cutting or lesioning would do, answered while sliders move. */
@NullMarked
package org.dalescope.app.window.perturbation;

import org.jspecify.annotations.NullMarked;
