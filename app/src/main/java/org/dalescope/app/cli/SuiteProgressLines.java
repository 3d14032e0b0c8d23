package org.dalescope.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.suite.launch.SuiteListener;
import org.dalescope.model.suite.launch.SuiteProgress;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.results.FitSummary;
import org.dalescope.model.suite.store.SuiteRecord;
import org.dalescope.model.training.EpochSnapshot;

/**
 * Prints the progress of a suite on the command line: one line per fit, and in a terminal a last line with the overall
 * progress.
 */
final class SuiteProgressLines implements SuiteListener {
    private static final double REDRAW_SECONDS = 0.2;
    private static final int MINUTE = 60;

    private final PrintWriter err;
    private final boolean terminal = Optional.ofNullable(System.console())
                    .map(java.io.Console::isTerminal)
                    .orElse(false)
            && !"dumb".equals(System.getenv("TERM"));
    private final SuiteProgress progress = new SuiteProgress();
    private final long begun = System.nanoTime();
    private long drawn = begun;
    private int ended;
    private int all;
    private boolean severalSessions;

    SuiteProgressLines(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void planned(SuiteRecord suite, List<FitKey> cells, Map<FitKey, FitSummary> finished) {
        boolean again = all > 0;
        all = cells.size();
        ended = finished.size();
        severalSessions = suite.sessions().size() > 1;
        progress.plan(suite, cells);
        int arms = suite.plan().arms().size();
        if (again) {
            Arms.last(suite).ifPresent(arm -> line("Winners: " + arm));
            return;
        }
        finished.keySet().forEach(cell -> {
            progress.ended(cell);
            progress.before(
                    cell, suite.arm(cell.arm()).configuration().training().epochs());
        });
        int seeds = suite.plan().seeds().size();
        boolean every = all == suite.sessions().size() * arms * seeds;
        line(String.format(
                Locale.ROOT,
                every ? "%s: %s%d seeds%s = %d fits%s." : "%s: %sup to %d seeds%s: %d fits%s.",
                suite.plan().name(),
                arms == 1 ? "" : arms + " arms x ",
                seeds,
                severalSessions ? " x " + suite.sessions().size() + " sessions" : "",
                all,
                finished.isEmpty() ? "" : ", " + finished.size() + " of them finished before"));
    }

    @Override
    public void started(FitKey cell, int epoch) {
        progress.before(cell, epoch);
    }

    @Override
    public void epoch(FitKey cell, EpochSnapshot snapshot) {
        reached(cell, snapshot.record().epoch());
    }

    @Override
    public void reached(FitKey cell, int epoch) {
        progress.at(cell, epoch);
        if (terminal && (System.nanoTime() - drawn) / 1e9 > REDRAW_SECONDS) {
            drawn = System.nanoTime();
            draw();
        }
    }

    @Override
    public void finished(FitKey cell, FitSummary fit) {
        progress.ended(cell);
        ended++;
        Score score = fit.score(ScoreKind.PSTH_R);
        line(String.format(
                Locale.ROOT,
                "%s  %-28s seed %-4d psth_r %.3f  %s of training PSTH  best epoch %d of %d  %.1f s%s",
                counter(),
                name(cell),
                cell.seed(),
                score.value(),
                share(score),
                fit.bestEpoch(),
                fit.history().size(),
                fit.seconds(),
                terminal || all == 0 ? "" : "  " + left()));
    }

    private static String share(Score score) {
        double share = score.shareOfTraining();
        return Double.isNaN(share) ? "n/a" : String.format(Locale.ROOT, "%.2f", share);
    }

    @Override
    public void failed(FitKey cell, String reason) {
        progress.ended(cell);
        ended++;
        line(String.format(Locale.ROOT, "%s  %-28s seed %-4d FAILED: %s", counter(), name(cell), cell.seed(), reason));
    }

    @Override
    public void note(String sentence) {
        line("Note: " + sentence);
    }

    /** Clears the line with the overall progress. */
    void end() {
        if (terminal) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    private String counter() {
        // A cluster task does not know the number of all fits.
        return all == 0 ? "" : String.format(Locale.ROOT, "[%3d of %d]", ended, all);
    }

    private String name(FitKey cell) {
        return severalSessions ? cell.session() + " " + cell.arm() : cell.arm();
    }

    private void line(String text) {
        end();
        err.println(text);
        if (terminal) {
            draw();
        }
        err.flush();
    }

    private void draw() {
        err.print(String.format(Locale.ROOT, "\r%.0f %% done, %s\u001b[K", 100 * progress.share(), left()));
        err.flush();
    }

    private String left() {
        double seconds = progress.secondsLeft((System.nanoTime() - begun) / 1e9);
        if (Double.isNaN(seconds)) {
            return "time left unknown";
        }
        return seconds < 2 * MINUTE
                ? String.format(Locale.ROOT, "%.0f s left", seconds)
                : String.format(Locale.ROOT, "%.0f min left", seconds / MINUTE);
    }

    /** Describes the arm that was added last. */
    private static final class Arms {
        private Arms() {}

        static Optional<String> last(SuiteRecord suite) {
            return Optional.of(suite.plan().arms().getLast()).map(arm -> arm.name() + ". " + arm.help());
        }
    }
}
