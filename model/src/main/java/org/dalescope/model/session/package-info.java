/** A recorded session: rates, inputs, valid bins, neurons, trials and factors, and where they came from. Types only; files are read in {@code session.format}. */
@NullMarked
package org.dalescope.model.session;

import org.jspecify.annotations.NullMarked;
