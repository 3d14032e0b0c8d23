package org.dalescope.app.window.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.dalescope.model.experiment.Cell;
import org.dalescope.model.experiment.Comparison;
import org.dalescope.model.experiment.FitSummary;
import org.dalescope.model.experiment.SuiteFolder;
import org.dalescope.model.experiment.SuiteListener;
import org.dalescope.model.experiment.SuiteProgress;
import org.dalescope.model.experiment.SuiteRecord;
import org.dalescope.model.experiment.SuiteResults;
import org.dalescope.model.training.EpochRecord;
import org.dalescope.model.training.Snapshot;

/**
 * Turns what a running suite tells into pictures: one for every fit that begins or ends, and of the epochs between no more
 * than a window can show.
 */
final class SuiteLog implements SuiteListener {
    private static final double LEAST_SECONDS = 0.1;
    private static final double NANO = 1e-9;

    private final SuiteFolder folder;
    private final Consumer<SuitePicture> publish;
    private final Consumer<String> notes;
    private final SuiteProgress progress = new SuiteProgress();
    private final Map<Cell, FitState> states = new LinkedHashMap<>();
    private final Map<Cell, FitSummary> fits = new LinkedHashMap<>();
    private final Map<Cell, String> failures = new LinkedHashMap<>();
    private final Map<Cell, List<EpochRecord>> live = new LinkedHashMap<>();
    private final long begun = System.nanoTime();
    private Optional<SuiteRecord> suite = Optional.empty();
    private List<Comparison> comparisons = List.of();
    private long published = begun;

    SuiteLog(SuiteFolder folder, Consumer<SuitePicture> publish, Consumer<String> notes) {
        this.folder = folder;
        this.publish = publish;
        this.notes = notes;
    }

    @Override
    public synchronized void planned(SuiteRecord record, List<Cell> cells, Map<Cell, FitSummary> finished) {
        suite = Optional.of(record);
        progress.plan(record, cells);
        for (Cell cell : cells) {
            Optional<FitSummary> earlier = Optional.ofNullable(finished.get(cell));
            if (earlier.isPresent() && !fits.containsKey(cell)) {
                progress.before(cell, epochs(cell));
                fits.put(cell, earlier.get());
            }
            if (!(states.get(cell) instanceof FitState.Failed)) {
                states.put(cell, earlier.isPresent() ? new FitState.Finished() : new FitState.Waiting());
            }
        }
        compare();
    }

    @Override
    public synchronized void started(Cell cell, int epoch) {
        progress.before(cell, epoch);
        live.put(cell, new ArrayList<>());
        failures.remove(cell);
        states.put(cell, new FitState.Running(epoch, epochs(cell)));
        publish();
    }

    @Override
    public synchronized void epoch(Cell cell, Snapshot snapshot) {
        progress.at(cell, snapshot.record().epoch());
        live.computeIfAbsent(cell, _ -> new ArrayList<>()).add(snapshot.record());
        states.put(cell, new FitState.Running(snapshot.record().epoch(), snapshot.epochs()));
        if ((System.nanoTime() - published) * NANO > LEAST_SECONDS) {
            publish();
        }
    }

    @Override
    public synchronized void reached(Cell cell, int epoch) {
        progress.at(cell, epoch);
        states.put(cell, new FitState.Running(epoch, epochs(cell)));
        publish();
    }

    @Override
    public synchronized void finished(Cell cell, FitSummary fit) {
        progress.ended(cell);
        live.remove(cell);
        fits.put(cell, fit);
        states.put(cell, new FitState.Finished());
        compare();
    }

    @Override
    public synchronized void failed(Cell cell, String reason) {
        progress.ended(cell);
        live.remove(cell);
        failures.put(cell, reason);
        states.put(cell, new FitState.Failed(reason));
        compare();
    }

    @Override
    public void note(String sentence) {
        notes.accept(sentence);
    }

    private int epochs(Cell cell) {
        return suite.orElseThrow().arm(cell.arm()).configuration().training().epochs();
    }

    private void compare() {
        comparisons = Comparison.of(results());
        publish();
    }

    private SuiteResults results() {
        return new SuiteResults(suite.orElseThrow(), new LinkedHashMap<>(fits), Map.copyOf(failures), Map.of());
    }

    private void publish() {
        published = System.nanoTime();
        Map<Cell, List<EpochRecord>> epochs = new LinkedHashMap<>();
        live.forEach((cell, records) -> epochs.put(cell, List.copyOf(records)));
        publish.accept(new SuitePicture(
                folder,
                results(),
                comparisons,
                new LinkedHashMap<>(states),
                epochs,
                true,
                SuitePicture.Pause.NONE,
                folder.isOnCluster(),
                progress.share(),
                progress.secondsLeft((published - begun) * NANO)));
    }
}
