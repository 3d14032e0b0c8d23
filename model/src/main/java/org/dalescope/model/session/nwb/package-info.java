/**
 * NWB 2.x files: units with spike times, a table of intervals as trials, series and events as inputs. Spike times are
 * streamed, never held.
 */
@NullMarked
package org.dalescope.model.session.nwb;

import org.jspecify.annotations.NullMarked;
