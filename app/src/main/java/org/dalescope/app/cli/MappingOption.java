package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.MappingChanges;
import org.dalescope.model.session.format.MappingJson;
import picocli.CommandLine.Option;

/** The command-line options that tell a command how to read a session file: a mapping, and changes to it. */
final class MappingOption {
    private static final String SPIKES = "spikes=";
    private static final String TRIALS = "trials=";

    @Option(
            names = "--mapping",
            paramLabel = "FILE.json",
            description = "File with the meaning of the session's variables; 'dalescope inspect --save-mapping' writes"
                    + " one (default: guessed).")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--align",
            paramLabel = "COLUMN:FROM:TO",
            description = "For spike times: the column of the event at time 0, and the window around it in ms, such as"
                    + " cue_time:-500:1000.")
    private Optional<String> align = Optional.empty();

    @Option(
            names = "--trials",
            paramLabel = "FILE",
            description = "The table of trials, in or beside the folder of a spike sorter (CSV, TSV, .mat, .npz), or in"
                    + " an NWB file (default: found by its name).")
    private Optional<String> trials = Optional.empty();

    @Option(
            names = "--time-unit",
            paramLabel = "UNIT",
            description = "Unit of the stored times: s, ms, us, ns, or a sampling rate such as 30000Hz; spikes=UNIT or"
                    + " trials=UNIT for one of the two; may be repeated.")
    private List<String> timeUnits = new ArrayList<>();

    @Option(
            names = "--quality",
            split = ",",
            paramLabel = "LABEL",
            description = "Labels of the units to use from the folder of a spike sorter, such as good,mua (default:"
                    + " good).")
    private List<String> quality = new ArrayList<>();

    @Option(
            names = "--narrow-below",
            paramLabel = "MS",
            description = "Units with a trough-to-peak time below this many ms are inhibitory, others excitatory"
                    + " (default for a spike sorter without a column of types: 0.425).")
    private Optional<Double> narrowBelow = Optional.empty();

    @Option(
            names = "--average-trials",
            paramLabel = "N",
            description = "Number of trials in each average, for a file that holds averages over trials (default: the"
                    + " number that the values show).")
    private Optional<Integer> averageTrials = Optional.empty();

    /** The given mapping with the given changes, if any. */
    Optional<Mapping> mapping(Path session, Optional<Mapping> before) {
        return SessionFiles.changed(session, file.map(MappingJson::read).or(() -> before), changes());
    }

    boolean isGiven() {
        return file.isPresent() || !changes().isEmpty();
    }

    /** Opens a session with the given mapping. */
    Session open(Path session) {
        return open(session, Optional.empty());
    }

    /** Opens a session with the given mapping, or with the earlier mapping if none is given. */
    Session open(Path session, Optional<Mapping> before) {
        return SessionFiles.open(session, mapping(session, before), Progress.SILENT);
    }

    private MappingChanges changes() {
        Optional<Double> spikes = Optional.empty();
        Optional<Double> table = Optional.empty();
        for (String said : timeUnits) {
            String unit = said.replaceFirst("^(" + SPIKES + "|" + TRIALS + ")", "");
            Optional<Double> seconds = Optional.of(MappingChanges.unitS(unit));
            spikes = said.startsWith(TRIALS) ? spikes : seconds;
            table = said.startsWith(SPIKES) ? table : seconds;
        }
        if (narrowBelow.filter(ms -> !(ms > 0)).isPresent()) {
            throw new InputError("--narrow-below " + narrowBelow.get() + " is not a time in ms above 0.");
        }
        if (averageTrials.filter(n -> n < 1).isPresent()) {
            throw new InputError(
                    "--average-trials is " + averageTrials.get() + ": give a number of trials, at least 1.");
        }
        return new MappingChanges(
                align.map(MappingChanges.Alignment::of),
                trials,
                spikes,
                table,
                List.copyOf(quality),
                narrowBelow,
                averageTrials);
    }
}
