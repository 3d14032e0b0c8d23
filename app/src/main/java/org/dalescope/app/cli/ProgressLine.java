package org.dalescope.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.dalescope.model.training.EpochSnapshot;

/** The progress of a fit on the command line: a line that is redrawn in a terminal, and occasional lines elsewhere. */
final class ProgressLine {
    private static final int WIDTH = 24;
    private static final double REDRAW_SECONDS = 0.1;
    private static final double LINE_SECONDS = 5;

    private final PrintWriter err;
    private final boolean terminal;
    private final int firstEpoch;
    private final long begun = System.nanoTime();
    private long shown = begun;
    private boolean open;

    ProgressLine(PrintWriter err, int firstEpoch) {
        this.err = err;
        this.firstEpoch = firstEpoch;
        this.terminal = Optional.ofNullable(System.console())
                        .map(java.io.Console::isTerminal)
                        .orElse(false)
                && !"dumb".equals(System.getenv("TERM"));
    }

    void show(EpochSnapshot snapshot) {
        int epoch = snapshot.record().epoch();
        double since = (System.nanoTime() - shown) / 1e9;
        boolean last = epoch == snapshot.epochs();
        if (!last && since < (terminal ? REDRAW_SECONDS : LINE_SECONDS)) {
            return;
        }
        shown = System.nanoTime();
        double perEpoch = (shown - begun) / 1e9 / Math.max(1, epoch - firstEpoch);
        int filled = (int) ((long) WIDTH * epoch / snapshot.epochs());
        String text = String.format(
                Locale.ROOT,
                "[%s%s] epoch %d of %d  loss %.3f  validation psth_r %.3f  best epoch %d  %.0f s left",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                epoch,
                snapshot.epochs(),
                snapshot.record().loss(),
                snapshot.record().validationPsthR(),
                snapshot.state().bestEpoch(),
                perEpoch * (snapshot.epochs() - epoch));
        if (terminal) {
            err.print("\r" + text + "\u001b[K");
            open = true;
        } else {
            err.println(text);
        }
        err.flush();
    }

    void end() {
        if (open) {
            err.println();
        }
    }
}
