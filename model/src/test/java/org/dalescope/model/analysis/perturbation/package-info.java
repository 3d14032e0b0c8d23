@NullMarked
package org.dalescope.model.analysis.perturbation;

import org.jspecify.annotations.NullMarked;
