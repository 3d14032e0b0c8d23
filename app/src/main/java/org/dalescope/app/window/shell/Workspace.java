package org.dalescope.app.window.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import org.dalescope.app.window.analysis.AnalysesViewModel;
import org.dalescope.app.window.compare.CompareViewModel;
import org.dalescope.app.window.configure.ConfigurationViewModel;
import org.dalescope.app.window.job.FitJob;
import org.dalescope.app.window.job.FitJob.Prepared;
import org.dalescope.app.window.job.JobQueue;
import org.dalescope.app.window.job.JobState;
import org.dalescope.app.window.job.JobViewModel;
import org.dalescope.app.window.library.LibraryDesk;
import org.dalescope.app.window.library.LibraryViewModel;
import org.dalescope.app.window.mapping.MappingViewModel;
import org.dalescope.app.window.notice.Notice;
import org.dalescope.app.window.notice.Notices;
import org.dalescope.app.window.perturbation.PerturbationViewModel;
import org.dalescope.app.window.run.EpochChoice;
import org.dalescope.app.window.run.NeuronChoice;
import org.dalescope.app.window.run.RunPicture;
import org.dalescope.app.window.run.RunSession;
import org.dalescope.app.window.session.Curating;
import org.dalescope.app.window.session.OpenSession;
import org.dalescope.app.window.session.SessionOpening;
import org.dalescope.app.window.suite.SuiteViewModel;
import org.dalescope.model.Refusal;
import org.dalescope.model.analysis.AnalysisFiles;
import org.dalescope.model.analysis.Table;
import org.dalescope.model.array.WholeFile;
import org.dalescope.model.configuration.Configuration;
import org.dalescope.model.engine.EngineRequest;
import org.dalescope.model.engine.Engines;
import org.dalescope.model.experiment.SuiteFolder;
import org.dalescope.model.kernel.Workers;
import org.dalescope.model.library.RunCatalogue;
import org.dalescope.model.run.FitCommandLine;
import org.dalescope.model.run.FitRequest;
import org.dalescope.model.run.FitRun;
import org.dalescope.model.run.RunFolder;
import org.dalescope.model.run.RunLibrary;
import org.dalescope.model.run.RunStatus;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.container.Containers;
import org.dalescope.model.split.SplitFile;

/** The state that all views share, and what the person can do with it. */
public final class Workspace {
    private final ConfigurationViewModel configuration = new ConfigurationViewModel();
    private final Curating curating = new Curating(configuration);
    private final LibraryViewModel library = new LibraryViewModel();
    private final LibraryDesk desk;
    private final RunOutputs outputs;
    private final CompareViewModel compare;
    private final JobQueue queue = new JobQueue();
    private final ShownRun shown;
    private final NeuronChoice neurons = new NeuronChoice();
    private final JobViewModel job = new JobViewModel(this::progressed, this::ended);
    private final RunLibrary runs;
    private final Engines.Source engines;
    private final Sessions sessions;
    private final Suites suites;
    private final FitSpeed speed = new FitSpeed();
    private final Background background;
    private final Notices notices;
    private final AnalysesViewModel analyses;
    private final PerturbationViewModel perturbation;

    /**
     * An empty workspace.
     *
     * @param engines opens an engine with a number of threads; called on the fits' threads only
     */
    public Workspace(RunLibrary runs, IntFunction<Engines.Source> engines, Background background, Notices notices) {
        this.runs = runs;
        // One core stays with the window: on a busy machine a fit on all cores is slower than on one less.
        this.engines = engines.apply(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
        this.background = background;
        this.notices = notices;
        this.shown = new ShownRun(background, notices);
        this.desk = new LibraryDesk(
                new RunCatalogue(runs.folder()), library, background.elsewhere(), background.window(), notices);
        this.compare = new CompareViewModel(library, background.elsewhere(), background.window(), notices);
        this.outputs = new RunOutputs(this.engines, this::openSession, background, notices);
        this.sessions = new Sessions(runs, background, notices, library, curating::forget);
        this.suites = new Suites(
                runs, engines, background, notices, library, this::suiteEnded, configuration, this::whenFree);
        this.analyses = new AnalysesViewModel(
                this.engines, this::openSession, background.elsewhere(), background.window(), this::tell);
        // One worker is left to the window, as with fits.
        this.perturbation = new PerturbationViewModel(
                this::openSession,
                Workers.of(Math.max(1, Runtime.getRuntime().availableProcessors() - 1)),
                background.elsewhere(),
                background.window());
        session().subscribe(open -> configuration.session().set(open.map(OpenSession::session)));
    }

    public ObjectProperty<Optional<OpenSession>> session() {
        return sessions.session();
    }

    /** What opens session files. */
    public SessionOpening opening() {
        return sessions.opening();
    }

    /** How the session's file was understood. */
    public MappingViewModel mapping() {
        return sessions.mapping();
    }

    /** Shows how the open session's file was understood. */
    public void showMapping() {
        sessions.showMapping();
    }

    /** The run on show. */
    public ObjectProperty<Optional<RunPicture>> run() {
        return shown.run();
    }

    /** The epoch at which the views show it. */
    public EpochChoice epoch() {
        return shown.epoch();
    }

    /** The neuron on show in all views, and the pinned ones. */
    public NeuronChoice neurons() {
        return neurons;
    }

    /** What waits for its turn. */
    public JobQueue queue() {
        return queue;
    }

    public ConfigurationViewModel configuration() {
        return configuration;
    }

    /** Remedies and exclusions of the open session. */
    public Curating curating() {
        return curating;
    }

    public LibraryViewModel library() {
        return library;
    }

    /** What reads the library and changes what lies in it. */
    public LibraryDesk desk() {
        return desk;
    }

    /** The runs that are compared. */
    public CompareViewModel compare() {
        return compare;
    }

    /** What writes exports and reports of runs. */
    RunOutputs outputs() {
        return outputs;
    }

    public JobViewModel job() {
        return job;
    }

    /** The suite on show, and the one in the making. */
    public SuiteViewModel suite() {
        return suites.model();
    }

    /** What the analyses find in the run on show. */
    public AnalysesViewModel analyses() {
        return analyses;
    }

    /** The question put to the networks of the run on show. */
    public PerturbationViewModel perturbation() {
        return perturbation;
    }

    /** Whether a fit or a suite has the machine. */
    public BooleanBinding busy() {
        return job.running().or(suites.model().running());
    }

    public Notices notices() {
        return notices;
    }

    /** Opens a session file, a run folder or a suite's folder. */
    public void open(Path path, Runnable then) {
        if (SuiteFolder.isSuite(path)) {
            suites.open(path, then);
        } else if (Files.isDirectory(path) && Containers.arraysOf(path).isEmpty()) {
            shown.open(path, then);
        } else {
            sessions.open(path, then);
        }
    }

    /** Opens the session that ships with the program. */
    public void openDemo(Runnable then) {
        sessions.openDemo(then);
    }

    /** Reads the library anew. */
    public void refreshLibrary() {
        desk.refresh();
    }

    /** The command that repeats the fit as configured; empty while there is no session or something is illegal. */
    public Optional<FitCommandLine> command() {
        return session().get().filter(open -> configuration.valid().get()).map(open -> {
            Session data = open.session();
            return new FitCommandLine(
                    String.valueOf(data.source().file()),
                    open.mappingFile(),
                    configuration.preset().get().name(),
                    configuration.changedSettings(),
                    configuration.seedValue(),
                    configuration.splitOrigin(),
                    runs.next(data.name(), queue.promised()));
        });
    }

    /** Starts a fit of the open session as configured, or lets it wait for its turn. */
    public void startFit() {
        Optional<FitCommandLine> command = command();
        Optional<Configuration> settings = configuration.configuration().get();
        if (command.isEmpty() || settings.isEmpty()) {
            notices.show(Notice.information(whyNot()));
            return;
        }
        Session data = session().get().orElseThrow().session();
        FitCommandLine line = command.get();
        var splitting = configuration.splitting();
        FitJob fit = new FitJob(engines, this::tell, () -> {
            speed.begins(data, settings.get());
            var parts = splitting.apply(data, settings.get());
            FitRequest request =
                    new FitRequest(data, parts, settings.get(), line.seed(), line.preset(), line.out(), line.text());
            return new Prepared(
                    request.fit().workload(), EngineRequest.Kind.AUTO, engine -> FitRun.start(request, engine));
        });
        String name = String.valueOf(line.out().getFileName());
        if (!isBusy()) {
            shown.follow();
        }
        whenFree(new JobQueue.Waiting("Fit " + name, line.out(), line.text(), () -> job.start(fit, name)));
        notices.dismissIf(notice -> notice.kind() != Notice.Kind.FAILURE);
    }

    /** Begins at once where nothing has the machine. */
    private void whenFree(JobQueue.Waiting work) {
        if (queue.promised().contains(work.out())) {
            tell(work.title() + " waits already.");
        } else if (isBusy()) {
            queue.add(work);
        } else {
            work.begin().run();
        }
    }

    /** Takes the split from a file from now on. */
    public void importSplit(Path file) {
        configuration.splitFile().set(Optional.of(file));
    }

    /** Writes the split of the open session as it is configured. */
    public void exportSplit(Path file) {
        Optional<Configuration> settings = configuration.configuration().get();
        if (session().get().isEmpty() || settings.isEmpty()) {
            notices.show(Notice.information(whyNot()));
            return;
        }
        Session data = session().get().get().session();
        try {
            SplitFile.write(file, configuration.splitting().apply(data, settings.get()), data);
            notices.show(Notice.information("The split was written to " + file + "."));
        } catch (Refusal refusal) {
            notices.show(Notice.information(refusal.sentence()));
        }
    }

    /** Writes a table as CSV. */
    public void save(Table table, Path file) {
        background.run(
                () -> {
                    WholeFile.write(file, AnalysisFiles.csv(table));
                    return file;
                },
                written -> tell("The table was written to " + written + "."),
                notices);
    }

    private void tell(String note) {
        notices.show(Notice.information(note));
    }

    /** Goes on with the run on show, on the session it was fitted to. */
    public void resume() {
        if (run().get().filter(Workspace::canGoOn).isEmpty() || isBusy()) {
            notices.show(
                    Notice.information("Choose a stopped run in the library to resume it, while nothing else runs."));
            return;
        }
        RunFolder folder = run().get().get().folder();
        Optional<Session> opened = openSession();
        shown.follow();
        speed.beginsAgain();
        job.start(
                new FitJob(engines, this::tell, () -> {
                    FitRun run = FitRun.resume(folder, RunSession.of(folder, opened));
                    return new Prepared(run.fit().workload(), run.begunOn(), engine -> run);
                }),
                String.valueOf(folder.folder().getFileName()));
    }

    /** Starts the suite that is set up on the open session. */
    public void startSuite() {
        suites.start(openSession());
    }

    /** Goes on with the suite on show. */
    public void resumeSuite() {
        suites.resume(openSession());
    }

    /**
     * Hands over the report of the suite on show.
     *
     * @param show opens a file
     */
    public void openSuiteReport(Consumer<Path> show) {
        suites.openReport(show);
    }

    private Optional<Session> openSession() {
        return session().get().map(OpenSession::session);
    }

    private boolean isBusy() {
        return job.running().get() || suites.model().running().get();
    }

    /** A run that says it is running, yet is not ours, was left behind by a crash: it has a checkpoint to go on from. */
    static boolean canGoOn(RunPicture run) {
        return run.status() == RunStatus.STOPPED || run.status() == RunStatus.RUNNING;
    }

    private void progressed(RunPicture picture) {
        if (shown.progressed(picture)) {
            refreshLibrary();
        }
        library.progress(picture.folder(), picture.history().size());
        speed.progressed(picture.history()).ifPresent(s -> configuration.speed().set(Optional.of(s)));
    }

    private void ended(JobState how) {
        refreshLibrary();
        switch (how) {
            case JobState.Ended end
            when !end.result().state().history().isEmpty() ->
                shown.ended(Optional.of(end.result().folder()));
            case JobState.Ended end -> {
                shown.ended(Optional.empty());
                notices.show(Notice.information("The fit was stopped before its first epoch."));
            }
            case JobState.Failed failed -> {
                notices.show(failed.cause());
                shown.ended(Optional.empty());
            }
            case JobState.Preparing p -> {}
            case JobState.Running r -> {}
        }
        queue.next();
    }

    private void suiteEnded() {
        refreshLibrary();
        if (!isBusy()) {
            queue.next();
        }
    }

    private String whyNot() {
        return session().get().isEmpty()
                ? "Open a session first."
                : "Some settings are not legal: the configuration says which.";
    }
}
