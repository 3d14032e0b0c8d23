/** The view of PSTHs of every neuron, data and model, worst first. */
@NullMarked
package org.dalescope.app.ui.psth;

import org.jspecify.annotations.NullMarked;
