package org.dalescope.app.ui.perturbation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.app.ui.run.SeedCircuits;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.perturbation.Perturbation;
import org.dalescope.model.analysis.perturbation.PerturbationExperiment;
import org.dalescope.model.analysis.perturbation.PerturbationText;
import org.dalescope.model.common.Progress;
import org.dalescope.model.common.ShellQuoting;
import org.dalescope.model.common.UserError;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.SeedFolders;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.TimeWindow;
import org.dalescope.model.session.split.Partition;

/**
 * The view model of the perturbation of the shown run's networks. Every change of the interventions is answered; while
 * an answer is being computed, only the newest request waits. For the window's thread only, except work on {@code
 * elsewhere}.
 */
public final class PerturbationViewModel {
    /**
     * The number of calls of {@link #pump}, ten a second, from the last change to the request for the slow part of an
     * answer.
     */
    private static final int REST = 4;

    private final ReadOnlyObjectWrapper<PerturbationState> state =
            new ReadOnlyObjectWrapper<>(new PerturbationState.Nothing("No run is shown."));
    private final BooleanProperty allSeeds = new SimpleBooleanProperty(true);
    private final Supplier<Optional<Session>> session;
    private final Executor elsewhere;
    private final Executor window;
    private final WorkerThreads workers;
    private Optional<Shown> run = Optional.empty();
    private List<RunFolder> seeds = List.of();
    private Optional<Bench> bench = Optional.empty();
    private List<InterventionForm> clauses = List.of();
    private TimeWindow when = TimeWindow.WHOLE;
    private long asked;
    private boolean busy;
    private int quiet;
    private boolean whole;

    /** The state of a run whose networks were read. */
    private record Shown(RunFolder folder, int bestEpoch) {}

    /** The networks that were read, with the reference data. */
    private record Bench(PerturbationExperiment laboratory, PerturbationReference data) {}

    /**
     * A view model that shows no run yet.
     *
     * @param session the session that is open in the window
     * @param elsewhere runs work on one background thread, in order
     * @param window runs work on the window's thread
     */
    public PerturbationViewModel(
            Supplier<Optional<Session>> session, WorkerThreads workers, Executor elsewhere, Executor window) {
        this.session = session;
        this.workers = workers;
        this.elsewhere = elsewhere;
        this.window = window;
        allSeeds.addListener((all, before, now) -> reopen());
    }

    public ReadOnlyObjectProperty<PerturbationState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the sibling seeds are perturbed as well. */
    BooleanProperty allSeedsProperty() {
        return allSeeds;
    }

    /** The shown run and its sibling seeds. */
    List<RunFolder> seeds() {
        return seeds;
    }

    /** The session of the networks; empty until they are read. */
    Optional<Session> networksSession() {
        return bench.map(b -> b.laboratory().circuit().fit().session());
    }

    List<InterventionForm> clauses() {
        return clauses;
    }

    /** Shows another run. */
    void show(RunSnapshot picture) {
        Shown now = new Shown(picture.folder(), picture.bestEpoch());
        if (picture.isLive()) {
            none("The fit is still running. Its network can be perturbed when it has ended.");
        } else if (run.filter(now::equals).isEmpty()) {
            run = Optional.of(now);
            seeds = SeedFolders.of(picture.folder());
            reopen();
        }
    }

    void none(String why) {
        run = Optional.empty();
        seeds = List.of();
        bench = Optional.empty();
        state.set(new PerturbationState.Nothing(why));
    }

    /** Requests other interventions. */
    void request(List<InterventionForm> newClauses, TimeWindow newWhen) {
        clauses = List.copyOf(newClauses);
        when = newWhen;
        quiet = 0;
        whole = false;
        answer();
    }

    /** Requests the slow part of the answer when the interventions stop changing; called ten times a second. */
    void pump() {
        if (++quiet == REST && !whole && bench.isPresent()) {
            whole = true;
            answer();
        }
    }

    /** The command line that gives the same result. */
    String command() {
        String question = question(clauses, when);
        String folders = (allSeeds.get()
                        ? seeds
                        : run.stream().map(Shown::folder).toList())
                .stream()
                        .map(folder -> ShellQuoting.quoted(folder.folder().toString()))
                        .collect(Collectors.joining(" "));
        return folders.isEmpty() ? "" : "dalescope perturb " + folders + " --do " + ShellQuoting.quoted(question);
    }

    private static String question(List<InterventionForm> clauses, TimeWindow when) {
        try {
            return PerturbationText.of(perturbation(clauses, when));
        } catch (UserError refusal) {
            return "";
        }
    }

    private static Perturbation perturbation(List<InterventionForm> clauses, TimeWindow when) {
        return new Perturbation(
                when, clauses.stream().map(InterventionForm::intervention).toList());
    }

    private void reopen() {
        bench = Optional.empty();
        if (run.isEmpty()) {
            return;
        }
        state.set(new PerturbationState.Opening());
        Shown mine = run.get();
        boolean all = allSeeds.get();
        Optional<Session> open = session.get();
        List<RunFolder> folders = all ? seeds : List.of(mine.folder());
        elsewhere.execute(() -> {
            try {
                FittedCircuit circuit = SeedCircuits.open(folders, Partition.VALIDATION, open);
                PerturbationExperiment laboratory = new PerturbationExperiment(circuit, workers, Progress.SILENT);
                Bench ready = new Bench(laboratory, PerturbationReference.of(circuit));
                window.execute(() -> ready(mine, all, ready));
            } catch (RuntimeException wrong) {
                window.execute(() -> {
                    if (run.filter(mine::equals).isPresent()) {
                        state.set(new PerturbationState.Nothing(sentence(wrong)));
                    }
                });
            }
        });
    }

    private void ready(Shown mine, boolean all, Bench ready) {
        if (run.filter(mine::equals).isPresent() && all == allSeeds.get()) {
            bench = Optional.of(ready);
            quiet = 0;
            whole = false;
            answer();
        }
    }

    private void answer() {
        asked++;
        if (!busy && bench.isPresent()) {
            compute(bench.get());
        }
    }

    private void compute(Bench on) {
        busy = true;
        long mine = asked;
        boolean everything = whole;
        List<InterventionForm> what = new ArrayList<>(clauses);
        TimeWindow at = when;
        long start = System.nanoTime();
        elsewhere.execute(() -> {
            PerturbationState found = found(on, what, at, everything, start);
            window.execute(() -> answered(on, mine, found));
        });
    }

    private static PerturbationState found(
            Bench on, List<InterventionForm> what, TimeWindow at, boolean everything, long start) {
        try {
            Perturbation perturbation = perturbation(what, at);
            return new PerturbationState.Answered(on.data().picture(on.laboratory(), perturbation, everything, start));
        } catch (RuntimeException wrong) {
            return new PerturbationState.Refused(sentence(wrong));
        }
    }

    private void answered(Bench on, long mine, PerturbationState found) {
        busy = false;
        boolean current = bench.filter(on::equals).isPresent();
        if (current) {
            state.set(found);
        }
        if (!current || mine != asked) {
            bench.ifPresent(this::compute);
        }
    }

    private static String sentence(RuntimeException wrong) {
        return wrong instanceof UserError refusal
                ? refusal.sentence()
                : "An unexpected error stopped the computation (%s). Try again; if it fails again, please report it."
                        .formatted(wrong);
    }
}
