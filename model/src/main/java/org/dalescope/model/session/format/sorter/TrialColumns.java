package org.dalescope.model.session.format.sorter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.format.recording.DataTable;
import org.dalescope.model.session.format.recording.ReadingNotes;
import org.dalescope.model.session.format.recording.TrialTable;

/** Finds the start and the end of the trials among the columns of a table by name. */
final class TrialColumns {
    private static final List<String> STARTS =
            List.of("starttime", "trialstart", "trialstarttime", "start", "onset", "intervals0", "tstart", "begin");
    private static final List<String> STOPS = List.of(
            "stoptime",
            "endtime",
            "trialstop",
            "trialend",
            "trialstoptime",
            "trialendtime",
            "stop",
            "end",
            "intervals1",
            "tstop",
            "tend");
    private static final List<String> IDS = List.of("trial_id", "trial", "trial_number", "trial_index", "id");
    private static final Pattern TIME = Pattern.compile(".*(time|times|timestamp|timestamps|onset)");

    /** The name of the column of ends where there is none. */
    private static final String NO_STOP = "stop_time";

    private TrialColumns() {}

    /**
     * The table as trials, with its times as they are stored. Without a column of starts, trials start at the event of
     * time zero.
     *
     * @throws InputError if the table has no column of times
     */
    static TrialTable of(DataTable table, RecordingMapping mapping) {
        String start = named(table, STARTS)
                .or(mapping::align)
                .or(() -> table.columns().stream()
                        .filter(name -> TIME.matcher(plain(name)).matches())
                        .filter(name -> table.numbers(name).isPresent())
                        .findFirst())
                .orElseThrow(() -> new InputError("The table of trials " + table.path() + " has no column of times"
                        + " that is known by its name: choose the event of time zero with --align COLUMN:FROM:TO,"
                        + " such as --align cue_time:-500:1000. The columns are "
                        + ReadingNotes.list(table.columns()) + "."));
        String stop = named(table, STOPS).filter(name -> !name.equals(start)).orElse(NO_STOP);
        return TrialTable.of(table, start, stop, IDS);
    }

    private static Optional<String> named(DataTable table, List<String> names) {
        return names.stream()
                .flatMap(wanted -> table.columns().stream()
                        .filter(name -> plain(name).equals(wanted))
                        .filter(name -> table.numbers(name).isPresent()))
                .findFirst();
    }

    /** A name without case, spaces and underscores. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
