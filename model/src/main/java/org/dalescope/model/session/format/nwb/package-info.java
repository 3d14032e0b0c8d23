/**
 * Reads NWB 2.x files: units with spike times, a table of trials, and time series and events as inputs. Spike times are
 * streamed and never all in memory.
 */
@NullMarked
package org.dalescope.model.session.format.nwb;

import org.jspecify.annotations.NullMarked;
