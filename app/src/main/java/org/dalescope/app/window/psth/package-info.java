/** PSTHs of every neuron, data and model, worst first. */
@NullMarked
package org.dalescope.app.window.psth;

import org.jspecify.annotations.NullMarked;
