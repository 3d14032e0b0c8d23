/**
 * The types of a recorded session: rates, inputs, valid bins, neurons, trials and factors, and their source. The
 * package {@code session.format} reads files.
 */
@NullMarked
package org.dalescope.model.session;

import org.jspecify.annotations.NullMarked;
