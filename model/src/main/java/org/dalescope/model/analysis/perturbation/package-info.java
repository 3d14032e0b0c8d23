/**
 * Perturbations of a fitted circuit (silencing, driving, cutting and lesioning), compared with the same trials of the
 * intact circuit.
 */
@NullMarked
package org.dalescope.model.analysis.perturbation;

import org.jspecify.annotations.NullMarked;
