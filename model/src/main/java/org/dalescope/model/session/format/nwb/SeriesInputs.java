package org.dalescope.model.session.format.nwb;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.common.Progress;
import org.dalescope.model.common.UserError;
import org.dalescope.model.session.format.recording.ReadingNotes;
import org.dalescope.model.session.format.recording.RecordingInputs;
import org.dalescope.model.session.format.recording.SeriesBins;
import org.dalescope.model.session.format.recording.TrialWindows;

/** Turns NWB time series into input channels. */
final class SeriesInputs {
    private static final List<String> AXES = List.of("x", "y", "z");

    private SeriesInputs() {}

    /**
     * Adds the channels of the series. A series that cannot be read, or has no sample in any trial, is noted and
     * skipped.
     */
    static List<NwbTimeSeries> add(
            List<NwbTimeSeries> all, TrialWindows windows, RecordingInputs inputs, ReadingNotes notes, Progress watch) {
        List<NwbTimeSeries> used = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            NwbTimeSeries series = all.get(i);
            Progress own = watch.part((double) i / all.size(), (i + 1.0) / all.size());
            try {
                if (add(series, named(series, all), NwbSeriesReader.of(series, windows, own), inputs, notes)) {
                    used.add(series);
                }
            } catch (RuntimeException e) {
                if (watch.isCancelled()) {
                    throw e;
                }
                notes.warning(
                        "unreadable-series",
                        "The series " + series.path() + " is not used as an input: "
                                + (e instanceof UserError refusal ? refusal.sentence() : "it cannot be read."));
            }
        }
        return used;
    }

    private static boolean add(
            NwbTimeSeries series, String name, SeriesBins bins, RecordingInputs inputs, ReadingNotes notes) {
        int columns = bins.values().length;
        List<String> names = IntStream.range(0, columns)
                .mapToObj(column -> columns == 1 ? name : columnName(series, name, column, columns))
                .toList();
        return bins.addTo(inputs, series.path(), names, notes);
    }

    /** The series' name, with the name of its container in front if another series has the same name. */
    private static String named(NwbTimeSeries series, List<NwbTimeSeries> all) {
        boolean shared =
                all.stream().filter(other -> other.name().equals(series.name())).count() > 1;
        return shared ? series.container() + "_" + series.name() : series.name();
    }

    /** Columns of a position are x, y, z; those of any other series are numbered. */
    private static String columnName(NwbTimeSeries series, String name, int column, int columns) {
        boolean spatial = series.type().equals("SpatialSeries") && columns <= AXES.size();
        return spatial
                ? name.replaceFirst("_?position$", "").replaceFirst("^$", "position") + "_" + AXES.get(column)
                : name + "_" + (column + 1);
    }
}
