/** The trainer: batches, balance, Adam, schedules, early stopping, and the snapshots that listeners see. */
@NullMarked
package org.dalescope.model.training;

import org.jspecify.annotations.NullMarked;
