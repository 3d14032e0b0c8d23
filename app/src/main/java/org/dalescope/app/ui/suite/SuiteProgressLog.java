package org.dalescope.app.ui.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.dalescope.model.suite.launch.SuiteListener;
import org.dalescope.model.suite.launch.SuiteProgress;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.results.FitSummary;
import org.dalescope.model.suite.results.SuiteComparison;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteRecord;
import org.dalescope.model.training.EpochRecord;
import org.dalescope.model.training.EpochSnapshot;

/**
 * Turns the progress of a running suite into snapshots for the suite view: one for every fit that starts or ends,
 * between them only as many as it can show.
 */
final class SuiteProgressLog implements SuiteListener {
    private static final double LEAST_SECONDS = 0.1;
    private static final double NANO = 1e-9;

    private final SuiteFolder folder;
    private final Consumer<SuiteSnapshot> publish;
    private final Consumer<String> notes;
    private final SuiteProgress progress = new SuiteProgress();
    private final Map<FitKey, SuiteFitState> states = new LinkedHashMap<>();
    private final Map<FitKey, FitSummary> fits = new LinkedHashMap<>();
    private final Map<FitKey, String> failures = new LinkedHashMap<>();
    private final Map<FitKey, List<EpochRecord>> live = new LinkedHashMap<>();
    private final long begun = System.nanoTime();
    private Optional<SuiteRecord> suite = Optional.empty();
    private List<SuiteComparison> comparisons = List.of();
    private long published = begun;

    SuiteProgressLog(SuiteFolder folder, Consumer<SuiteSnapshot> publish, Consumer<String> notes) {
        this.folder = folder;
        this.publish = publish;
        this.notes = notes;
    }

    @Override
    public synchronized void planned(SuiteRecord record, List<FitKey> cells, Map<FitKey, FitSummary> finished) {
        suite = Optional.of(record);
        progress.plan(record, cells);
        for (FitKey cell : cells) {
            Optional<FitSummary> earlier = Optional.ofNullable(finished.get(cell));
            if (earlier.isPresent() && !fits.containsKey(cell)) {
                progress.before(cell, epochs(cell));
                fits.put(cell, earlier.get());
            }
            if (!(states.get(cell) instanceof SuiteFitState.Failed)) {
                states.put(cell, earlier.isPresent() ? new SuiteFitState.Finished() : new SuiteFitState.Waiting());
            }
        }
        compare();
    }

    @Override
    public synchronized void started(FitKey cell, int epoch) {
        progress.before(cell, epoch);
        live.put(cell, new ArrayList<>());
        failures.remove(cell);
        states.put(cell, new SuiteFitState.Running(epoch, epochs(cell)));
        publish();
    }

    @Override
    public synchronized void epoch(FitKey cell, EpochSnapshot snapshot) {
        progress.at(cell, snapshot.record().epoch());
        live.computeIfAbsent(cell, _ -> new ArrayList<>()).add(snapshot.record());
        states.put(cell, new SuiteFitState.Running(snapshot.record().epoch(), snapshot.epochs()));
        if ((System.nanoTime() - published) * NANO > LEAST_SECONDS) {
            publish();
        }
    }

    @Override
    public synchronized void reached(FitKey cell, int epoch) {
        progress.at(cell, epoch);
        states.put(cell, new SuiteFitState.Running(epoch, epochs(cell)));
        publish();
    }

    @Override
    public synchronized void finished(FitKey cell, FitSummary fit) {
        progress.ended(cell);
        live.remove(cell);
        fits.put(cell, fit);
        states.put(cell, new SuiteFitState.Finished());
        compare();
    }

    @Override
    public synchronized void failed(FitKey cell, String reason) {
        progress.ended(cell);
        live.remove(cell);
        failures.put(cell, reason);
        states.put(cell, new SuiteFitState.Failed(reason));
        compare();
    }

    @Override
    public void note(String sentence) {
        notes.accept(sentence);
    }

    private int epochs(FitKey cell) {
        return suite.orElseThrow().arm(cell.arm()).configuration().training().epochs();
    }

    private void compare() {
        comparisons = SuiteComparison.of(results());
        publish();
    }

    private SuiteResults results() {
        return new SuiteResults(suite.orElseThrow(), new LinkedHashMap<>(fits), Map.copyOf(failures), Map.of());
    }

    private void publish() {
        published = System.nanoTime();
        Map<FitKey, List<EpochRecord>> epochs = new LinkedHashMap<>();
        live.forEach((cell, records) -> epochs.put(cell, List.copyOf(records)));
        publish.accept(new SuiteSnapshot(
                folder,
                results(),
                comparisons,
                new LinkedHashMap<>(states),
                epochs,
                true,
                SuiteSnapshot.Pause.NONE,
                folder.isOnCluster(),
                progress.share(),
                progress.secondsLeft((published - begun) * NANO),
                Optional.empty()));
    }
}
