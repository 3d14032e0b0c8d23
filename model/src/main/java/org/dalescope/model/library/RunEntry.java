package org.dalescope.model.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunStatus;
import org.dalescope.model.run.store.UnreadableRunReason;

/**
 * A run in a list.
 *
 * @param facts empty where {@code run.json} cannot be read
 * @param settings as texts by dotted key; those that {@code config.json} does not name have their defaults
 * @param place in a suite; empty for a run of its own
 * @param epoch how far a running fit is; the epochs done of the others
 */
public record RunEntry(
        RunFolder run,
        Optional<RunFacts> facts,
        RunScore score,
        RunNotes notes,
        Map<String, String> settings,
        Optional<Place> place,
        int epoch) {

    /** Where a run lies in a suite. */
    public record Place(String suite, String arm, long seed) {}

    /** The folder's name; within a suite arm and seed, which the folder's name alone does not tell. */
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

    /** Warnings of the fit; a damaged run is one. */
    public int warnings() {
        return facts.map(RunFacts::warnings).orElse(1);
    }

    public String session() {
        return facts.map(RunFacts::sessionName).orElseGet(() -> words(UnreadableRunReason.why(run.runJson())));
    }

    private static String words(UnreadableRunReason why) {
        return switch (why) {
            case RUN_GONE -> "the run was deleted or moved";
            case FILE_GONE -> "run.json is not there";
            case NOT_ALLOWED -> "run.json cannot be read: no permission";
            case DAMAGED -> "run.json is damaged";
        };
    }

    public String preset() {
        return facts.map(RunFacts::preset).orElse("");
    }

    public List<String> tags() {
        return notes.tags();
    }

    /** ISO 8601, UTC; empty where it is not known. */
    public String started() {
        return facts.map(RunFacts::started).orElse("");
    }

    /** How many epochs the fit has at most; 0 where that is not known. */
    public int epochs() {
        String text = settings.getOrDefault("training.epochs", "");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** The same with other notes. */
    public RunEntry with(RunNotes other) {
        return new RunEntry(run, facts, score, other, settings, place, epoch);
    }

    /** The same, further on. */
    public RunEntry at(int newEpoch) {
        return new RunEntry(run, facts, score, notes, settings, place, newEpoch);
    }
}
