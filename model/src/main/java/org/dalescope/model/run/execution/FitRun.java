package org.dalescope.model.run.execution;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.ProgramVersion;
import org.dalescope.model.common.ShellQuoting;
import org.dalescope.model.common.UserError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.engine.InputNoise;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.network.Network;
import org.dalescope.model.run.evaluation.Evaluation;
import org.dalescope.model.run.evaluation.ScoreReferences;
import org.dalescope.model.run.evaluation.SharedReferences;
import org.dalescope.model.run.store.BestEpochViews;
import org.dalescope.model.run.store.Checkpoint;
import org.dalescope.model.run.store.EpochView;
import org.dalescope.model.run.store.EpochViews;
import org.dalescope.model.run.store.HistoryCsv;
import org.dalescope.model.run.store.InputsCsv;
import org.dalescope.model.run.store.ParameterSeries;
import org.dalescope.model.run.store.ParametersNpz;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunLock;
import org.dalescope.model.run.store.RunStatus;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.run.store.ScoresJson;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.format.MappingJson;
import org.dalescope.model.session.quality.QualityReport;
import org.dalescope.model.session.split.Partition;
import org.dalescope.model.session.split.Splits;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationCheck;
import org.dalescope.model.settings.ConfigurationJson;
import org.dalescope.model.training.EpochSnapshot;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.dalescope.model.training.FitOutcomeCheck;
import org.dalescope.model.training.FitState;
import org.dalescope.model.training.FittedNetwork;
import org.dalescope.model.training.Trainer;
import org.dalescope.model.training.Trainer.Ending;

/**
 * A running fit that saves its state to its run folder until it ends. It is new or resumed and can be stopped at any
 * epoch; the folder is complete when it ends.
 */
public final class FitRun {
    private final RunFolder folder;
    private final Fit fit;
    private final RunViews views;
    private RunDescription description;
    private FitState state;
    private ParameterSeries series;
    private EpochViews epochs;
    private final Optional<String> damage;
    private int slot;
    private int historyRows;
    private long historyBytes;
    private final SaveSchedule pace = new SaveSchedule(System::nanoTime);
    private long rested;
    private SharedReferences references = new SharedReferences();

    private FitRun(RunFolder folder, Fit fit, RunDescription description, Checkpoint.Stored stored) {
        FitState state = stored.state();
        this.damage = stored.damage();
        this.slot = stored.slot();
        this.folder = folder;
        this.series = ParameterSeries.read(folder).upTo(state.epoch()).with(state);
        this.epochs = EpochViews.read(folder).upTo(state.epoch());
        this.fit = fit;
        this.views = RunViews.before(fit);
        this.description = description;
        this.state = state;
    }

    /** The result of a run. It has scores unless it was stopped before its first epoch. */
    public record Result(
            RunFolder folder, Ending ending, FitState state, Optional<Evaluation> evaluation, List<Finding> warnings) {}

    /** Creates the folder and writes everything that is known before the first epoch. */
    public static FitRun start(FitRequest request, RecurrentEngine engine) {
        Fit fit = request.fit();
        FitState state = new Trainer(fit, engine).start();
        RunFolder folder = RunFolder.fresh(request.out());
        FitRun run = new FitRun(
                folder, fit, describe(request, fit, engine), new Checkpoint.Stored(state, 0, Optional.empty()));
        // Folders are created only here. Later writes fail if they are missing, so nothing is written if a drive was
        // removed.
        AtomicFile.folder(folder.checkpointFolder());
        AtomicFile.writeInside(folder.configJson(), ConfigurationJson.text(request.configuration()));
        request.session().source().mapping().ifPresent(mapping -> MappingJson.write(mapping, folder.mappingJson()));
        InputsCsv.write(folder, fit.inputs(), fit.parameterisation().spec().units());
        Checkpoint.write(folder, state, 0);
        run.historyBytes = HistoryCsv.write(folder, state.history());
        run.views.write(folder);
        run.series.write(folder);
        run.description.write(folder);
        return run;
    }

    /**
     * Resumes a stopped run.
     *
     * @throws InputError if the session is not the one that was fitted
     */
    public static FitRun resume(RunFolder folder, Session session) {
        Fit fit = fit(folder, session);
        FitRun run = new FitRun(folder, fit, RunDescription.read(folder), Checkpoint.read(folder));
        run.historyRows = -1;
        return run;
    }

    /** The fit of a run folder. The session must be the one that was fitted. */
    public static Fit fit(RunFolder folder, Session session) {
        RunDescription description = RunDescription.read(folder);
        if (!session.source().sha256().equals(description.sessionSha256())) {
            throw new InputError(session.source().file() + " is not the session that " + folder.folder()
                    + " was fitted to (its SHA-256 differs). Give the right file.");
        }
        Configuration configuration = ConfigurationJson.read(folder.configJson(), Configuration.defaults());
        return Fit.of(session, description.split().split(), configuration, description.seed());
    }

    /** The name of the preset that the configuration started from. */
    public String preset() {
        return description.preset();
    }

    public Fit fit() {
        return fit;
    }

    /** The kind of engine that the run began with. */
    public EngineRequest.Kind begunOn() {
        return EngineFactory.kindOf(description.engine());
    }

    /** A message if the newest checkpoint is damaged and an older one is used. */
    public Optional<String> damage() {
        return damage;
    }

    /** A message if the run continues with another engine, whose numbers differ in their last digits. */
    public Optional<String> engineChange(RecurrentEngine engine) {
        return numbersOf(engine.description()).equals(numbersOf(description.engine()))
                ? Optional.empty()
                : Optional.of(
                        "The run began with " + description.engine() + " and continues with " + engine.description()
                                + ". Its numbers differ in their last digits from those of an uninterrupted run.");
    }

    /** The description of an engine without the number of threads, which does not change the numbers. */
    private static String numbersOf(String engine) {
        return engine.replaceAll(", \\d+ threads?$", "");
    }

    public RunFolder folder() {
        return folder;
    }

    /** The part of the views that shows the data. Snapshots add the part of the model. */
    public RunViews views() {
        return views;
    }

    public FitState state() {
        return state;
    }

    /** Shares what scores are compared with among several fits; to call before the fit runs. */
    public FitRun sharing(SharedReferences shared) {
        references = shared;
        return this;
    }

    /** What the scores on the validation trials are compared with; computed once. */
    public ScoreReferences references(WorkerThreads workers) {
        return references.of(fit, workers);
    }

    /** The views of some epochs up to now. */
    public EpochViews epochs() {
        return epochs;
    }

    /**
     * Runs until the fit ends or is stopped. The folder is complete when this method returns. If the folder cannot be
     * written, an error is thrown at once.
     */
    public Result run(RecurrentEngine engine, FitControl stop, Consumer<EpochSnapshot> listener) {
        return run(engine, stop, listener, StorageRetry.NONE);
    }

    /**
     * Runs until the fit ends or is stopped. If the folder cannot be written, the fit waits and tries again as
     * {@code patience} defines.
     */
    public Result run(
            RecurrentEngine engine, FitControl stop, Consumer<EpochSnapshot> listener, StorageRetry patience) {
        try (RunLock lock = RunLock.take(folder.folder())) {
            lock.warning().ifPresent(patience.say());
            folder.sweep();
            return runLocked(engine, stop, listener, patience);
        }
    }

    private Result runLocked(
            RecurrentEngine engine, FitControl stop, Consumer<EpochSnapshot> listener, StorageRetry patience) {
        description = description
                .on(engine.description())
                .at(RunStatus.RUNNING, state.epoch(), state.bestEpoch(), description.seconds(), description.warnings());
        if (historyRows < 0) {
            // Another fit may have used the folder since it was opened; from now on this fit holds the lock.
            historyBytes = HistoryCsv.write(folder, state.history());
            historyRows = state.history().size();
        }
        description.write(folder);
        Trainer trainer = new Trainer(fit, engine);
        long begun = System.nanoTime();
        double before = description.seconds();
        Trainer.Outcome outcome = trainer.run(state, stop, snapshot -> {
            FitState now = snapshot.state();
            state = now;
            EpochView view = EpochView.of(snapshot, fit.parameterisation().network(now.raw()));
            epochs = epochs.with(view, now.bestEpoch());
            patience.retryUntil(folder, stop, () -> save(now));
            if (pace.isDue() || stop.isPaused()) {
                long saving = pace.begins();
                patience.retryUntil(
                        folder, stop, () -> save(RunStatus.RUNNING, before + seconds(begun), description.warnings()));
                pace.saved(saving, savedBytes());
            }
            listener.accept(snapshot);
            rested += stop.waitWhilePaused();
        });
        state = outcome.state();
        List<Finding> warnings = new ArrayList<>(description.warnings());
        Optional<Evaluation> evaluation = Optional.empty();
        if (state.epoch() > 0) {
            evaluation = Optional.of(patience.get(folder, stop, () -> complete(engine)));
            evaluation.get().warnings().stream()
                    .filter(w -> !warnings.contains(w))
                    .forEach(warnings::add);
            warnings.removeIf(w -> FitOutcomeCheck.CODES.contains(w.code()));
            warnings.addAll(FitOutcomeCheck.of(fit, trainer.start().raw(), state));
            warnings.removeIf(w -> w.code().equals("epochs-undone"));
            undone().ifPresent(warnings::add);
        }
        RunStatus status =
                switch (outcome.ending()) {
                    case FINISHED -> RunStatus.FINISHED;
                    case EARLY_STOPPED -> RunStatus.EARLY_STOPPED;
                    case STOPPED -> RunStatus.STOPPED;
                };
        patience.retryUntil(folder, stop, () -> save(status, before + seconds(begun), List.copyOf(warnings)));
        return new Result(folder, outcome.ending(), state, evaluation, List.copyOf(warnings));
    }

    /** The seconds since the start without pauses. */
    private double seconds(long begun) {
        return (System.nanoTime() - begun - rested) / 1e9;
    }

    /** The size of the files that the last save wrote completely. The history is only appended to. */
    private long savedBytes() {
        return folder.epochsNpz().toFile().length()
                + folder.checkpoints().get(slot).toFile().length();
    }

    private Optional<Finding> undone() {
        int count = state.recovery().undone();
        return count == 0
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "epochs-undone",
                        "The fit diverged in " + count + (count == 1 ? " epoch, which was" : " epochs, which were")
                                + " undone and repeated, each time with half of the learning rate. If an epoch"
                                + " diverged again, it restarted from the best network, and then also with smaller"
                                + " recurrent weights. Lower training.learning_rate for this session."));
    }

    /**
     * Saves the parameters of an epoch at once and not with the checkpoint, so that a resumed run never lacks an
     * earlier epoch.
     */
    private void save(FitState now) {
        if (ParameterSeries.isKept(now.epoch())) {
            series = series.with(now);
            series.write(folder);
        }
    }

    /** Marks the run as failed, unless another fit holds the folder. */
    public void failed() {
        description = description.at(
                RunStatus.FAILED, state.epoch(), state.bestEpoch(), description.seconds(), description.warnings());
        try (RunLock _ = RunLock.take(folder.folder())) {
            description.write(folder);
        } catch (UserError busy) {
            // The fit that holds the folder writes its own state.
            return;
        }
    }

    private Evaluation complete(RecurrentEngine engine) {
        Network best = fit.parameterisation().network(state.bestRaw());
        ParametersNpz.write(folder, best, fit.parameterisation().factors(state.bestRaw()));
        Evaluation evaluation =
                Evaluation.of(new FittedNetwork(fit, best), Partition.VALIDATION, references(engine.workers()), engine);
        ScoresJson.write(folder, evaluation);
        BestEpochViews.of(fit, best, engine, views, state).write(folder);
        return evaluation;
    }

    private void save(RunStatus status, double seconds, List<Finding> warnings) {
        // These are written before the state, so that a resumed run has all epochs up to its own.
        epochs.write(folder);
        // Overwrites the older state, so that the newest one stays intact if writing fails.
        Checkpoint.write(folder, state, 1 - slot);
        slot = 1 - slot;
        historyBytes = HistoryCsv.append(folder, state.history(), historyRows, historyBytes);
        historyRows = state.history().size();
        // Reads the file again, because another process may have counted an opening of the test partition.
        description = RunDescription.read(folder).at(status, state.epoch(), state.bestEpoch(), seconds, warnings);
        description.write(folder);
    }

    private static List<Finding> withoutContinuousInputs(Configuration configuration, Session session) {
        double sd = configuration.network().inputNoiseSd();
        // The default suits every session; only a value that somebody chose is worth a warning.
        boolean wanted = sd > 0 && sd != Configuration.defaults().network().inputNoiseSd();
        return wanted && InputNoise.continuous(session).length == 0
                ? List.of(Finding.warning(
                        "no-effect",
                        "Setting network.input_noise_sd has no effect: the session has no continuous input."))
                : List.of();
    }

    /**
     * The command with the mapping, so that it repeats the fit even if another version would detect another mapping.
     */
    private static String command(FitRequest request) {
        boolean named = request.session().source().mapping().isEmpty()
                || request.command().contains(" --mapping");
        Path mapping = new RunFolder(request.out()).mappingJson();
        return named ? request.command() : request.command() + " --mapping " + ShellQuoting.quoted(mapping.toString());
    }

    private static RunDescription describe(FitRequest request, Fit fit, RecurrentEngine engine) {
        Session session = fit.session();
        List<Finding> findings = new ArrayList<>(
                QualityReport.of(session, request.configuration().data().maskOrigin())
                        .findings());
        String leftOut = fit.leftOut().withAborted(0).words();
        if (!leftOut.isEmpty()) {
            findings.add(Finding.notice("left-out", "Left out by settings: " + leftOut + "."));
        }
        findings.addAll(ConfigurationCheck.of(
                request.configuration(),
                session.time().binMs(),
                !Splits.isFromSettings(fit.split().origin())));
        findings.addAll(fit.inputs().findings());
        findings.addAll(withoutContinuousInputs(request.configuration(), session));
        Map<String, String> metrics = new LinkedHashMap<>();
        for (ScoreKind kind : ScoreKind.values()) {
            metrics.put(kind.key(), kind.definition());
        }
        Path file = session.source().file().toAbsolutePath();
        return new RunDescription(
                RunDescription.SCHEMA,
                ProgramVersion.CURRENT,
                System.getProperty("java.version", "?"),
                engine.description(),
                RunStatus.RUNNING,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                0,
                request.seed(),
                session.name(),
                file.toString(),
                session.source().sha256(),
                request.preset(),
                command(request),
                0,
                0,
                RunDescription.SplitText.of(fit.split()),
                metrics,
                List.copyOf(findings),
                0,
                List.of());
    }
}
