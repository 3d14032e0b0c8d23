package org.dalescope.app.ui.suite;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.results.SuiteComparison;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.training.EpochRecord;

/**
 * A suite as its view draws it, live or from its folder; immutable.
 *
 * @param comparisons one per session, of the fits that have finished
 * @param states of every fit, in the order in which they run
 * @param live epochs so far of the fits that run
 * @param isLive whether it runs in this window
 * @param pause whether it rests there
 * @param isOnCluster whether a cluster is at work on it, with or without this window
 * @param share of the work that is done, 0 to 1
 * @param secondsLeft NaN where it is not known
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
        double secondsLeft) {

    /** Whether a suite rests. */
    enum Pause {
        /** Nobody asked for it. */
        NONE,
        /** It was asked for, and fits are still in their epoch. */
        ASKED,
        /** Every fit that had begun rests. */
        RESTS;

        /**
         * How far a rest is.
         *
         * @param asked whether it was asked for
         * @param resting fits that rest
         * @param begun fits that have begun and not ended, the resting ones among them
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

    /** A suite that does not run, as its folder tells it; not for the window's thread. */
    public static SuiteSnapshot read(Path folder) {
        SuiteFolder suite = SuiteFolder.existing(folder);
        return resting(suite, SuiteResults.read(suite));
    }

    /** A suite that does not run. */
    static SuiteSnapshot resting(SuiteFolder folder, SuiteResults results) {
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
                Double.NaN);
    }

    /** The same, resting or not. */
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
                secondsLeft);
    }

    /** Whether it rests. */
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

    /** Fits that ran to their end. */
    public int finished() {
        return count(SuiteFitState.Finished.class);
    }

    /** Fits that came to nothing. */
    public int failed() {
        return count(SuiteFitState.Failed.class);
    }

    /** All fits. */
    public int fits() {
        return states.size();
    }

    /** Whether there is something left to run: what is missing, and what failed and may be tried again. */
    public boolean canGoOn() {
        return !isLive && finished() < fits();
    }

    private int count(Class<? extends SuiteFitState> kind) {
        return (int) states.values().stream().filter(kind::isInstance).count();
    }
}
