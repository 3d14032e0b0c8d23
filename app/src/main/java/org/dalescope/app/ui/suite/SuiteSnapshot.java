package org.dalescope.app.ui.suite;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.suite.answer.SuiteAnswer;
import org.dalescope.model.suite.launch.SuiteAnswers;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.results.SuiteComparison;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.training.EpochRecord;

/**
 * An immutable snapshot of a suite, live or read from its folder, that its view draws.
 *
 * @param comparisons one comparison per session, of the finished fits
 * @param states the state of every fit, in the order in which they run
 * @param live the epochs so far of the running fits
 * @param isLive whether the suite runs in this window
 * @param pause whether the suite is paused in this window
 * @param isOnCluster whether it runs on a cluster, with or without this window
 * @param share the share of completed work, 0 to 1
 * @param secondsLeft the time left in seconds; NaN if it is not known
 * @param answer the answer to the plan's question, once the suite is finished
 */
public record SuiteSnapshot(
        SuiteFolder folder,
        SuiteResults results,
        List<SuiteComparison> comparisons,
        Map<FitKey, SuiteFitState> states,
        Map<FitKey, List<EpochRecord>> live,
        boolean isLive,
        Pause pause,
        boolean isOnCluster,
        double share,
        double secondsLeft,
        Optional<SuiteAnswer> answer) {

    /** The pause state of a suite. */
    enum Pause {
        /** No pause is requested. */
        NONE,
        /** A pause is requested, and fits are still in their epoch. */
        ASKED,
        /** Every fit that had started is paused. */
        RESTS;

        /**
         * The pause state.
         *
         * @param asked whether a pause is requested
         * @param resting the number of paused fits
         * @param begun the number of fits that have started and not ended, including paused ones
         */
        static Pause of(boolean asked, int resting, int begun) {
            if (!asked) {
                return NONE;
            }
            return begun > 0 && resting >= begun ? RESTS : ASKED;
        }
    }

    public SuiteSnapshot {
        states = Collections.unmodifiableMap(states);
        live = Collections.unmodifiableMap(live);
    }

    /** Reads a snapshot of a suite that does not run from its folder; not for the window's thread. */
    public static SuiteSnapshot read(Path folder) {
        SuiteFolder suite = SuiteFolder.existing(folder);
        return ofStopped(suite, SuiteResults.read(suite));
    }

    /** A snapshot of a suite that does not run. */
    static SuiteSnapshot ofStopped(SuiteFolder folder, SuiteResults results) {
        Map<FitKey, SuiteFitState> states = new LinkedHashMap<>();
        boolean isOpen = results.suite().cells().stream()
                .anyMatch(cell ->
                        !results.fits().containsKey(cell) && !results.failures().containsKey(cell));
        boolean onCluster = isOpen && folder.isOnCluster();
        results.suite().cells().forEach(cell -> states.put(cell, state(folder, results, cell, onCluster)));
        double share = (double) results.fits().size() / Math.max(1, states.size());
        return new SuiteSnapshot(
                folder,
                results,
                SuiteComparison.of(results),
                states,
                Map.of(),
                false,
                Pause.NONE,
                onCluster,
                share,
                Double.NaN,
                SuiteAnswers.read(folder));
    }

    /** The same snapshot with another pause state. */
    SuiteSnapshot paused(Pause now) {
        return new SuiteSnapshot(
                folder,
                results,
                comparisons,
                states,
                live,
                isLive,
                isLive ? now : Pause.NONE,
                isOnCluster,
                share,
                secondsLeft,
                answer);
    }

    /** Whether the suite is paused. */
    public boolean isPaused() {
        return pause == Pause.RESTS;
    }

    private static SuiteFitState state(SuiteFolder folder, SuiteResults results, FitKey cell, boolean onCluster) {
        if (results.fits().containsKey(cell)) {
            return new SuiteFitState.Finished();
        }
        if (results.failures().containsKey(cell)) {
            return new SuiteFitState.Failed(results.failures().getOrDefault(cell, ""));
        }
        int epoch = onCluster ? folder.epochsDone(cell) : 0;
        int epochs = results.suite().arm(cell.arm()).configuration().training().epochs();
        return epoch > 0 ? new SuiteFitState.Running(epoch, epochs) : new SuiteFitState.Waiting();
    }

    public String name() {
        return String.valueOf(folder.folder().getFileName());
    }

    /** The number of finished fits. */
    public int finished() {
        return count(SuiteFitState.Finished.class);
    }

    /** The number of failed fits. */
    public int failed() {
        return count(SuiteFitState.Failed.class);
    }

    /** The number of all fits. */
    public int fits() {
        return states.size();
    }

    /** Whether fits are left to run: missing ones, and failed ones that may be tried again. */
    public boolean canResume() {
        return !isLive && finished() < fits();
    }

    private int count(Class<? extends SuiteFitState> kind) {
        return (int) states.values().stream().filter(kind::isInstance).count();
    }
}
