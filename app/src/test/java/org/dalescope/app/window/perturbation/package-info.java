@NullMarked
package org.dalescope.app.window.perturbation;

import org.jspecify.annotations.NullMarked;
