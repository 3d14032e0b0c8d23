/** Two or more runs beside each other: neuron by neuron, weight by weight, setting by setting. */
@NullMarked
package org.dalescope.model.comparison;

import org.jspecify.annotations.NullMarked;
