package org.dalescope.app.ui.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.dalescope.app.chart.analysis.ChartChoices;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.app.ui.run.SeedCircuits;
import org.dalescope.model.analysis.catalogue.AnalysisKind;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.common.Progress;
import org.dalescope.model.common.ShellQuoting;
import org.dalescope.model.common.UserError;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.SeedFolders;
import org.dalescope.model.run.store.TestPartitionOpening;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Partition;

/**
 * The view model of the analyses of the shown run. It computes the chosen analysis on a background thread, one at a
 * time, and keeps the results until the run or the partition changes. For the window's thread only.
 */
public final class AnalysesViewModel {
    /** All kinds of analysis in the order of the list. */
    static final List<AnalysisKind> KINDS = List.of(
            AnalysisKind.RATES,
            AnalysisKind.VARIABILITY,
            AnalysisKind.SELECTIVITY,
            AnalysisKind.SELECTIVITY_OVER_TRAINING,
            AnalysisKind.EMERGENT_SELECTIVITY,
            AnalysisKind.CONNECTIVITY,
            AnalysisKind.DYNAMICS,
            AnalysisKind.POPULATION,
            AnalysisKind.FIXED_POINTS,
            AnalysisKind.CURRENTS,
            AnalysisKind.ENSEMBLE,
            AnalysisKind.PERTURBATION,
            AnalysisKind.MEASURED_PERTURBATION);

    private static final String COMMAND = "dalescope window (Analyses, test partition)";

    private final ObjectProperty<AnalysisKind> kind = new SimpleObjectProperty<>(AnalysisKind.RATES);
    private final ObjectProperty<Partition> partition = new SimpleObjectProperty<>(Partition.VALIDATION);
    private final ReadOnlyObjectWrapper<AnalysisState> state =
            new ReadOnlyObjectWrapper<>(new AnalysisState.NoRun("No run is shown."));
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final Map<AnalysisKind, AnalysisResult> results = new EnumMap<>(AnalysisKind.class);
    private final Map<AnalysisKind, ChartChoices> chosen = new EnumMap<>(AnalysisKind.class);
    private final EngineFactory.Source engines;
    private final Supplier<Optional<Session>> session;
    private final Executor elsewhere;
    private final Executor window;
    private final Consumer<String> warn;
    private Optional<Shown> run = Optional.empty();
    private List<RunFolder> seeds = List.of();
    private Optional<FittedCircuit> circuit = Optional.empty();
    private Optional<Asking> asking = Optional.empty();
    private boolean testAllowed;

    /**
     * A view model that shows no run yet.
     *
     * @param session the session that is open in the window
     * @param elsewhere runs work on a background thread
     * @param window runs work on the window's thread
     * @param warn shows a warning to the user
     */
    public AnalysesViewModel(
            EngineFactory.Source engines,
            Supplier<Optional<Session>> session,
            Executor elsewhere,
            Executor window,
            Consumer<String> warn) {
        this.engines = engines;
        this.session = session;
        this.elsewhere = elsewhere;
        this.window = window;
        this.warn = warn;
        kind.subscribe(now -> refresh());
        partition.addListener((all, before, now) -> forget());
    }

    /** The progress of one computation, as its thread sees it. */
    private static final class Asking implements Progress {
        private volatile double share;
        private volatile boolean cancelled;

        @Override
        public void progress(double now) {
            share = now;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }

    /** The state of a run for which analyses were computed; a run that continues has other analyses. */
    private record Shown(RunFolder folder, int epochs, int bestEpoch) {}

    /** A result together with the circuit that was analysed. */
    private record Answer(FittedCircuit circuit, AnalysisResult result) {}

    /** The chosen analysis. */
    public ObjectProperty<AnalysisKind> kindProperty() {
        return kind;
    }

    ObjectProperty<Partition> partitionProperty() {
        return partition;
    }

    /** The state of the chosen analysis. */
    public ReadOnlyObjectProperty<AnalysisState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The progress from 0 to 1; negative while it is unknown. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The runs that are analysed together: the shown run and its sibling seeds. */
    List<RunFolder> seeds() {
        return seeds;
    }

    /** The user's choices for the charts of an analysis. */
    ChartChoices chosen(AnalysisKind of) {
        return chosen.getOrDefault(of, ChartChoices.FIRST);
    }

    void choose(AnalysisKind of, String name, String option) {
        chosen.put(of, chosen(of).with(name, option));
    }

    /** The command that writes the numbers of an analysis of the shown runs; empty if there are no runs. */
    String command(AnalysisKind of) {
        if (seeds.isEmpty()) {
            return "";
        }
        String runs = seeds.stream()
                .map(folder -> ShellQuoting.quoted(folder.folder().toString()))
                .collect(Collectors.joining(" "));
        String part = partition.get() == Partition.VALIDATION
                ? ""
                : " --partition " + partition.get().key();
        return "dalescope analyze " + runs + " --only " + of.key() + part + " --out analyses";
    }

    /** Shows another run and refreshes the chosen analysis at once. */
    void show(RunSnapshot picture) {
        Shown now = new Shown(picture.folder(), picture.history().size(), picture.bestEpoch());
        if (picture.isLive()) {
            none("The fit is still running. Its analyses are available when it has ended.");
        } else if (run.filter(now::equals).isEmpty()) {
            run = Optional.of(now);
            seeds = SeedFolders.of(picture.folder());
            forget();
        }
    }

    void none(String why) {
        run = Optional.empty();
        seeds = List.of();
        forget();
        state.set(new AnalysisState.NoRun(why));
    }

    /** Computes the chosen analysis if there is no result yet. */
    void refresh() {
        stop();
        if (run.isEmpty()) {
            return;
        }
        AnalysisResult known = results.get(kind.get());
        if (known != null) {
            state.set(new AnalysisState.Done(known));
        } else if (partition.get() == Partition.TEST && !testAllowed) {
            state.set(new AnalysisState.AsksForTest(
                    "Use the test partition only once, at the end. Every use is counted in the runs, because scores"
                            + " that were used repeatedly are no longer a test."));
        } else {
            compute(run.get().folder(), kind.get(), partition.get());
        }
    }

    /** Analyses the test partition from now on, which is recorded in every run. */
    void openTest() {
        testAllowed = true;
        seeds.forEach(folder -> TestPartitionOpening.log(folder, COMMAND)
                .ifPresent(words -> warn.accept("Warning: %s".formatted(words))));
        refresh();
    }

    /** Cancels the current computation. */
    void cancel() {
        if (asking.isPresent()) {
            stop();
            state.set(new AnalysisState.Without("The analysis was cancelled. Choose Compute to start it again."));
        }
    }

    /** Updates the progress; called ten times a second. */
    void pump() {
        asking.ifPresent(now -> progress.set(now.share > 0 ? now.share : -1));
    }

    private void forget() {
        stop();
        results.clear();
        circuit = Optional.empty();
        testAllowed = false;
        refresh();
    }

    private void stop() {
        asking.ifPresent(before -> before.cancelled = true);
        asking = Optional.empty();
    }

    private void compute(RunFolder folder, AnalysisKind wanted, Partition part) {
        Asking mine = new Asking();
        asking = Optional.of(mine);
        progress.set(-1);
        state.set(new AnalysisState.Working());
        Optional<FittedCircuit> known = circuit;
        Optional<Session> open = session.get();
        elsewhere.execute(() -> {
            try {
                FittedCircuit networks = known.orElseGet(() -> SeedCircuits.open(SeedFolders.of(folder), part, open));
                AnalysisResult result = result(networks, wanted, mine);
                window.execute(() -> end(mine, wanted, new Answer(networks, result)));
            } catch (RuntimeException | LinkageError wrong) {
                String why = wrong instanceof UserError refusal
                        ? refusal.sentence()
                        : ("An unexpected error stopped the analysis (%s). Choose Compute to try again; if it fails"
                                        + " again, please report it.")
                                .formatted(wrong);
                window.execute(() -> fail(mine, why));
            }
        });
    }

    private AnalysisResult result(FittedCircuit networks, AnalysisKind wanted, Asking mine) {
        mine.at(0);
        try (RecurrentEngine engine = engines.open(
                networks.fit().workload(networks.trialIds().length), EngineRequest.Kind.AUTO, note -> {})) {
            return wanted.of(networks, engine, mine);
        }
    }

    private void end(Asking mine, AnalysisKind wanted, Answer answer) {
        if (asking.filter(mine::equals).isPresent()) {
            asking = Optional.empty();
            circuit = Optional.of(answer.circuit());
            results.put(wanted, answer.result());
            state.set(new AnalysisState.Done(answer.result()));
        }
    }

    private void fail(Asking mine, String why) {
        if (asking.filter(mine::equals).isPresent()) {
            asking = Optional.empty();
            state.set(new AnalysisState.Without(why));
        }
    }
}
