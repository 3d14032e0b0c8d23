package org.dalescope.model.session.format.recording;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A time series in the trials' bins.
 *
 * @param values {@code [column][trial * bin]}; NaN without a value
 * @param binary whether every sample is 0 or 1
 */
public record SeriesBins(double[][] values, boolean binary) {
    /**
     * Adds the columns as channels, unless the series has no sample in any trial, and notes gaps.
     *
     * @param path the name of the series in notes
     * @param names the names of the channels, one per column
     * @return whether the channels were added
     */
    public boolean addTo(RecordingInputs inputs, String path, List<String> names, ReadingNotes notes) {
        long missing = Arrays.stream(values[0]).filter(Double::isNaN).count();
        if (missing == values[0].length) {
            notes.notice(
                    "series-outside",
                    "The series " + path + " has no sample in any trial and is not used as an input.");
            return false;
        }
        if (missing > 0) {
            notes.warning(
                    "series-gaps",
                    String.format(
                            Locale.ROOT,
                            "The series %s has no sample in or near %d of %d bins (%.1f %%): its input is %s there.",
                            path,
                            missing,
                            values[0].length,
                            100.0 * missing / values[0].length,
                            binary ? "0" : "the channel's mean"));
        }
        for (int column = 0; column < values.length; column++) {
            if (binary) {
                inputs.event(
                        names.get(column),
                        RecordingInputs.narrow(Arrays.stream(values[column])
                                .map(v -> Double.isNaN(v) ? 0 : v)
                                .toArray()));
            } else {
                inputs.continuous(names.get(column), values[column]);
            }
        }
        return true;
    }
}
