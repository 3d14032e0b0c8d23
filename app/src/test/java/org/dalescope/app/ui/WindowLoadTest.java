package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.dalescope.app.ui.control.ChartPane;
import org.dalescope.model.run.store.RunStatus;
import org.dalescope.model.session.format.dalescope.SessionArchive;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Measures the window under load; its figures are printed and depend on the machine: docs/testing.md. */
@Tag("window")
class WindowLoadTest extends WindowFlow {
    private static final int TABS = 8;
    private static final int LONG_FIT = 20_000;
    private static final int LONG_RUN = 50_000;
    private static final int LIBRARY = 2000;
    private static final double MOST_BLOCKED_MS = 100;
    private static final double OPEN_MS = 1000;
    private static final double FRAMES = 30;

    /** What is drawn anew, not only moved, follows the pump. */
    private static final double UPDATES = 10;

    @Override
    protected int threads(int offered) {
        return offered;
    }

    @Test
    void theWindowAnswersWhileAFitRunsAtFullSpeed() throws TimeoutException, InterruptedException {
        openDemo();
        set("training.epochs", "100000");
        set("training.patience", "100000");
        interact(() -> window().startFit());
        await(() -> run().filter(r -> r.history().size() >= 20).isPresent());
        cycle(1500);
        int before = run().orElseThrow().history().size();
        long begun = System.nanoTime();
        Heartbeat heart = new Heartbeat();
        for (int round = 0; round < 3; round++) {
            cycle(1500);
            interact(() -> window().workspace().epoch().epochProperty().set(Optional.of(10)));
            Thread.sleep(300);
            interact(() -> window().workspace().epoch().back());
        }
        heart.stop();
        double minutes = (System.nanoTime() - begun) / 6e10;
        say(String.format(
                Locale.ROOT,
                "fit at full speed: %.0f epochs a minute; %d answers, median %.1f ms, 99.9 %% %.1f ms, longest %.1f ms, %d over 100 ms",
                (run().orElseThrow().history().size() - before) / minutes,
                heart.beats(),
                heart.quantile(0.5),
                heart.quantile(0.999),
                heart.quantile(1),
                heart.longerThan(MOST_BLOCKED_MS)));
        stopFit();
        assertTrue(
                heart.quantile(1) < MOST_BLOCKED_MS,
                () -> "longest wait " + heart.quantile(1) + " ms\n" + heart.stacks());
    }

    @Test
    void memoryIsFlatOverALongFitWithAllViewsOpen() throws TimeoutException, InterruptedException {
        openSmall();
        set("training.epochs", Integer.toString(LONG_FIT));
        set("training.patience", "100000");
        interact(() -> window().startFit());
        int tab = 0;
        double first = 0;
        while (run().filter(r -> r.status() == RunStatus.FINISHED).isEmpty()) {
            int shown = tab++ % TABS;
            interact(() -> window().showTab(shown));
            Thread.sleep(300);
            int done = run().map(r -> r.history().size()).orElse(0);
            if (first == 0 && done >= LONG_FIT / 10) {
                first = usedMiB();
            }
        }
        double last = usedMiB();
        say(String.format(
                Locale.ROOT,
                "memory over %d epochs: %.1f MiB after a tenth, %.1f MiB at the end",
                LONG_FIT,
                first,
                last));
        assertTrue(last < 1.1 * first, first + " MiB, then " + last + " MiB");
    }

    @Test
    void aLargeSessionIsUsable() throws TimeoutException, InterruptedException, ExecutionException {
        Path file = folder.resolve("large.dalescope");
        SessionArchive.write(SyntheticSession.of(new SyntheticSettings(320, 80, 2000, 65, 25, 10, 1)), file);
        long begun = System.nanoTime();
        interact(() -> window().open(file));
        await(() -> window().workspace().sessionProperty().get().isPresent());
        say(String.format(
                Locale.ROOT,
                "session of 400 neurons x 2000 trials x 65 bins: opened and checked after %.0f ms",
                since(begun)));
        for (int view = 0; view < 4; view++) {
            int shown = view;
            long from = System.nanoTime();
            interact(() -> window().showInSession(shown));
            WaitForAsyncUtils.waitForFxEvents();
            double ms = since(from);
            say(String.format(Locale.ROOT, "  session view %d: %.0f ms", view, ms));
            assertTrue(ms < OPEN_MS, "session view " + view + ": " + ms + " ms");
            Thread.sleep(2000);
        }
        interact(() -> window().showInSession(1));
        TableView<?> table = lookup("#neurons").queryAs(TableView.class);
        frames("scrolling 400 neurons", FRAMES, frame -> table.scrollTo(3 * frame % 400));
        set("training.epochs", "2");
        long fit = System.nanoTime();
        interact(() -> window().startFit());
        while (run().filter(r -> r.status() == RunStatus.FINISHED).isEmpty()) {
            Thread.sleep(100);
        }
        say(String.format(Locale.ROOT, "  two epochs of it: %.0f ms", since(fit)));
        views("run of 400 neurons");
        interact(() -> window().showTab(2));
        ScrollPane wall = lookup("#psth-scroll").queryAs(ScrollPane.class);
        frames("scrolling 400 PSTHs", FRAMES, frame -> wall.setVvalue(frame % 200 / 200.0));
    }

    @Test
    void aLongRunIsUsable() throws TimeoutException, InterruptedException, ExecutionException {
        openSmall();
        set("training.epochs", Integer.toString(LONG_RUN));
        set("training.patience", "100000");
        set("network.tau.learned", "unit");
        interact(() -> window().showTab(0));
        interact(() -> window().startFit());
        interact(() -> window().showTab(0));
        while (run().filter(r -> r.status() == RunStatus.FINISHED).isEmpty()) {
            Thread.sleep(500);
        }
        Path folder = run().orElseThrow().folder().folder();
        interact(() -> window().workspace().runProperty().set(Optional.empty()));
        long begun = System.nanoTime();
        interact(() -> window().open(folder));
        await(() -> run().isPresent());
        double ms = since(begun);
        say(String.format(
                Locale.ROOT,
                "run of %d epochs: opened after %.0f ms",
                run().orElseThrow().history().size(),
                ms));
        assertEquals(LONG_RUN, run().orElseThrow().history().size());
        assertTrue(ms < OPEN_MS, ms + " ms");
        views("run of " + LONG_RUN + " epochs");
        interact(() -> window().showTab(1));
        ChartPane losses = lookup("#losses").queryAs(ChartPane.class);
        DoubleSummaryStatistics widths = new DoubleSummaryStatistics();
        frames("zooming its losses", FRAMES, frame -> {
            wheel(losses, frame % 40 < 20 ? 40 : -40, true);
            widths.accept(x("#losses").getRange().getLength());
        });
        assertTrue(widths.getMax() > 2 * widths.getMin(), "the wheel zooms: " + widths);
        frames(
                "looking back through it",
                UPDATES,
                frame -> window().workspace().epoch().epochProperty().set(Optional.of(1 + 300 * frame % LONG_RUN)));
    }

    @Test
    void aLibraryOfManyRunsIsUsable() throws TimeoutException, InterruptedException, IOException, ExecutionException {
        openSmall();
        set("training.epochs", "5");
        interact(() -> window().startFit());
        await(() -> run().filter(r -> r.status() == RunStatus.FINISHED).isPresent());
        Path one = run().orElseThrow().folder().folder();
        for (int i = 0; i < LIBRARY; i++) {
            copy(one, one.resolveSibling(String.format(Locale.ROOT, "copy-%04d", i)));
        }
        long begun = System.nanoTime();
        Heartbeat heart = new Heartbeat();
        interact(() -> window().workspace().refreshLibrary());
        await(() -> window().workspace().library().items().size() > LIBRARY);
        heart.stop();
        double ms = since(begun);
        say(String.format(
                Locale.ROOT,
                "library of %d runs: read after %.0f ms, longest wait of the window %.0f ms",
                LIBRARY,
                ms,
                heart.quantile(1)));
        long search = System.nanoTime();
        interact(() -> lookup("#library-search").queryAs(TextField.class).setText("copy-19"));
        await(() -> window().workspace().library().items().size() < 200);
        say(String.format(Locale.ROOT, "  searched after %.0f ms", since(search)));
        assertTrue(since(search) < OPEN_MS);
        interact(() -> lookup("#library-search").queryAs(TextField.class).setText(""));
        await(() -> window().workspace().library().items().size() > LIBRARY);
        Node list = lookup("#library").query();
        frames("scrolling it", FRAMES, frame -> wheel(list, frame % 60 < 50 ? -200 : 800, false));
        assertTrue(heart.quantile(1) < 2 * MOST_BLOCKED_MS, heart.quantile(1) + " ms");
    }

    /** Every view of the run on show opens within a second. */
    private void views(String what) throws InterruptedException {
        for (int tab = 1; tab < TABS; tab++) {
            int shown = tab;
            long from = System.nanoTime();
            interact(() -> window().showTab(shown));
            WaitForAsyncUtils.waitForFxEvents();
            double ms = since(from);
            say(String.format(Locale.ROOT, "  %s, tab %d: %.0f ms", what, tab, ms));
            assertTrue(ms < OPEN_MS, what + ", tab " + tab + ": " + ms + " ms");
            Thread.sleep(500);
        }
    }

    private interface Move {
        void at(int frame);
    }

    /** Moves something at every frame for three seconds; counts the frames of the last two. */
    private void frames(String what, double least, Move move) throws InterruptedException, ExecutionException {
        CompletableFuture<Double> measured = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            private int frame;
            private int warm;
            private long first;

            @Override
            public void handle(long now) {
                first = frame == 0 ? now : first;
                frame++;
                warm = now - first < 1e9 ? frame : warm;
                if (now - first > 3e9) {
                    stop();
                    measured.complete((frame - warm) / ((now - first) / 1e9 - 1));
                    return;
                }
                move.at(frame);
            }
        }.start());
        double rate = measured.get();
        say(String.format(Locale.ROOT, "  %s: %.0f frames a second", what, rate));
        assertTrue(rate >= least, what + ": " + rate + " frames a second");
    }

    private void openSmall() throws TimeoutException {
        Path file = folder.resolve("small.dalescope");
        SessionArchive.write(SyntheticSession.of(new SyntheticSettings(8, 2, 60, 40, 25, 0, 1)), file);
        interact(() -> window().open(file));
        await(() -> window().workspace().sessionProperty().get().isPresent());
    }

    private void set(String key, String value) {
        interact(() ->
                window().workspace().configuration().setting(key).textProperty().set(value));
    }

    private void cycle(long ms) throws InterruptedException {
        for (int tab = 0; tab < TABS; tab++) {
            int shown = tab;
            interact(() -> window().showTab(shown));
            Thread.sleep(ms);
        }
    }

    private void stopFit() throws TimeoutException {
        interact(() -> window().stop());
        await(() -> !window().workspace().busy().get());
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }

    private static double usedMiB() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        Runtime heap = Runtime.getRuntime();
        return (heap.totalMemory() - heap.freeMemory()) / (1024.0 * 1024.0);
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }

    private static void say(String words) {
        System.out.println(words);
    }
}
