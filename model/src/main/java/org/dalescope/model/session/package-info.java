/** A recorded session: rates, inputs, masks, neurons, trials and factors, and the readers that open files. */
@NullMarked
package org.dalescope.model.session;

import org.jspecify.annotations.NullMarked;
