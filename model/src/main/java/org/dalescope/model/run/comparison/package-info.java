/** Compares runs neuron by neuron, weight by weight and setting by setting. */
@NullMarked
package org.dalescope.model.run.comparison;

import org.jspecify.annotations.NullMarked;
