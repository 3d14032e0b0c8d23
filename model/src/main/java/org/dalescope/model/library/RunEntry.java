package org.dalescope.model.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunStatus;
import org.dalescope.model.run.store.UnreadableRunReason;

/**
 * A run in the list of runs and suites of a folder.
 *
 * @param facts empty if {@code run.json} cannot be read
 * @param settings texts by dotted key; settings that are missing in {@code config.json} have their defaults
 * @param place place in a suite; empty for a single run
 * @param epoch current epoch of a running fit; number of finished epochs otherwise
 */
public record RunEntry(
        RunFolder run,
        Optional<RunFacts> facts,
        RunScore score,
        RunNotes notes,
        Map<String, String> settings,
        Optional<Place> place,
        int epoch) {

    /** The place of a run in a suite. */
    public record Place(String suite, String arm, long seed) {}

    /** The name of the folder; for a run of a suite, the suite, arm and seed. */
    public String name() {
        return place.map(p -> p.suite() + " / " + p.arm() + ", seed " + p.seed())
                .orElseGet(() -> String.valueOf(run.folder().getFileName()));
    }

    public RunStatus status() {
        return facts.map(RunFacts::status).orElse(RunStatus.FAILED);
    }

    public boolean isRunning() {
        return status() == RunStatus.RUNNING;
    }

    /** The number of warnings of the fit; a damaged run counts as one. */
    public int warnings() {
        return facts.map(RunFacts::warnings).orElse(1);
    }

    public String session() {
        return facts.map(RunFacts::sessionName).orElseGet(() -> words(UnreadableRunReason.why(run.runJson())));
    }

    private static String words(UnreadableRunReason why) {
        return switch (why) {
            case RUN_GONE -> "the run was deleted or moved: restore its folder";
            case FILE_GONE -> "run.json is missing: restore it from a copy";
            case NOT_ALLOWED -> "run.json cannot be read: ask its owner for permission";
            case DAMAGED -> "run.json is damaged: restore it from a copy";
        };
    }

    public String preset() {
        return facts.map(RunFacts::preset).orElse("");
    }

    public List<String> tags() {
        return notes.tags();
    }

    /** ISO 8601, UTC; empty if unknown. */
    public String started() {
        return facts.map(RunFacts::started).orElse("");
    }

    /** The maximum number of epochs of the fit; 0 if unknown. */
    public int epochs() {
        String text = settings.getOrDefault("training.epochs", "");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** The same entry with other notes. */
    public RunEntry with(RunNotes other) {
        return new RunEntry(run, facts, score, other, settings, place, epoch);
    }

    /** The same entry at a later epoch. */
    public RunEntry at(int newEpoch) {
        return new RunEntry(run, facts, score, notes, settings, place, newEpoch);
    }
}
