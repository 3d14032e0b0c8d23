/** The network: units, parameters as one flat vector, Dale's law, time constants and start values. */
@NullMarked
package org.dalescope.model.network;

import org.jspecify.annotations.NullMarked;
