/**
 * Makes a session of a recording: units with spike times and a table of trials, whatever file they come from. It chooses
 * windows around an event, counts spikes in bins, and turns columns of the table into factors and inputs.
 */
@NullMarked
package org.dalescope.model.session.format.recording;

import org.jspecify.annotations.NullMarked;
