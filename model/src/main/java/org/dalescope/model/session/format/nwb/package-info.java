/** NWB 2.x files: units with spike times, a table of trials, time series and events as inputs. Spike times are streamed, never held. */
@NullMarked
package org.dalescope.model.session.format.nwb;

import org.jspecify.annotations.NullMarked;
