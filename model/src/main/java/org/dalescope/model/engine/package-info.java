/**
 * Engines that run the recurrence forward and backward: statistics out, gradients out, never the whole rate tensor.
 */
@NullMarked
package org.dalescope.model.engine;

import org.jspecify.annotations.NullMarked;
