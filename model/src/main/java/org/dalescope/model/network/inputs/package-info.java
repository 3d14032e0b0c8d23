/** Which input channel drives which unit: the rules of the settings, receptive fields, and the resulting assignment. */
@NullMarked
package org.dalescope.model.network.inputs;

import org.jspecify.annotations.NullMarked;
