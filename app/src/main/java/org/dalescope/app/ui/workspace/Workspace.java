package org.dalescope.app.ui.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import org.dalescope.app.ui.analysis.AnalysesViewModel;
import org.dalescope.app.ui.analysis.AnalysisState;
import org.dalescope.app.ui.compare.CompareViewModel;
import org.dalescope.app.ui.configure.ConfigurationViewModel;
import org.dalescope.app.ui.configure.FormFitCheck;
import org.dalescope.app.ui.configure.SessionSettings;
import org.dalescope.app.ui.jobs.CoreShare;
import org.dalescope.app.ui.jobs.FitScheduler;
import org.dalescope.app.ui.jobs.JobQueue;
import org.dalescope.app.ui.jobs.JobViewModel;
import org.dalescope.app.ui.judge.JudgeViewModel;
import org.dalescope.app.ui.library.LibraryService;
import org.dalescope.app.ui.library.LibraryViewModel;
import org.dalescope.app.ui.mapping.MappingViewModel;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.app.ui.perturbation.PerturbationViewModel;
import org.dalescope.app.ui.run.EpochSelection;
import org.dalescope.app.ui.run.NeuronSelection;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.app.ui.session.CheckedSession;
import org.dalescope.app.ui.session.OpenSession;
import org.dalescope.app.ui.session.SessionCheck;
import org.dalescope.app.ui.session.SessionCuration;
import org.dalescope.app.ui.session.SessionOpening;
import org.dalescope.app.ui.suite.ClusterLogin;
import org.dalescope.app.ui.suite.SuiteViewModel;
import org.dalescope.app.ui.task.BackgroundTasks;
import org.dalescope.model.analysis.core.AnalysisFiles;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.common.UserError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.library.RunCatalogue;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.run.execution.FitCommandLine;
import org.dalescope.model.run.store.RunLibrary;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.format.container.ContainerFiles;
import org.dalescope.model.session.split.SplitFile;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.suite.store.SuiteFolder;

/** The state of the window that all views share, and the commands that change it. */
public final class Workspace {
    private static final Duration LOOK_AT_CLUSTER = Duration.ofSeconds(5);
    private final ConfigurationViewModel configuration = new ConfigurationViewModel();
    private final SessionSettings sessionSettings;
    private final SessionCheck sessionCheck;
    private final StringBinding whyNoFit;
    private final ObjectBinding<List<Path>> paused;
    private final SessionCuration curating = new SessionCuration(configuration);
    private final LibraryViewModel library = new LibraryViewModel();
    private final LibraryService desk;
    private final RunOutputs outputs;
    private final CompareViewModel compare;
    private final FitScheduler turns;
    private final CurrentRun shown;
    private final NeuronSelection neurons = new NeuronSelection();
    private final EngineFactory.Source engines;
    private final SessionCommands sessions;
    private final FitCommands fits;
    private final SuiteCommands suites;
    private final JudgeCommands judging;
    private final BackgroundTasks background;
    private final Notifications notices;
    private final AnalysesViewModel analyses;
    private final PerturbationViewModel perturbation;
    private final BooleanBinding busy;
    private Consumer<Path> opened = path -> {};

    /**
     * An empty workspace.
     *
     * @param engines opens an engine with a number of threads; called on the fits' threads only
     */
    public Workspace(
            RunLibrary runs,
            IntFunction<EngineFactory.Source> engines,
            BackgroundTasks background,
            Notifications notices) {
        this.engines = engines.apply(CoreShare.forWork());
        this.background = background;
        this.notices = notices;
        this.sessionSettings = new SessionSettings(configuration, notices);
        this.sessionCheck = new SessionCheck(background.elsewhere(), background.window(), notices::show);
        this.turns = new FitScheduler(notices);
        this.shown = new CurrentRun(background, notices);
        this.desk = new LibraryService(
                new RunCatalogue(runs.folder()), library, background.elsewhere(), background.window(), notices);
        this.compare = new CompareViewModel(library, background.elsewhere(), background.window(), notices);
        this.outputs = new RunOutputs(this.engines, this::openSession, background, notices);
        this.sessions =
                new SessionCommands(runs, background, notices, library, curating::forget, path -> opened.accept(path));
        this.whyNoFit = Bindings.createStringBinding(
                () -> sessionProperty().get().isEmpty()
                        ? "Open a session first."
                        : configuration.reason().get(),
                sessionProperty(),
                configuration.reason());
        this.fits = new FitCommands(
                runs,
                this.engines,
                turns,
                shown,
                configuration,
                whyNoFit::get,
                sessionProperty()::get,
                library,
                this::refreshLibrary,
                notices);
        ClusterLogin here =
                new ClusterLogin(Optional.ofNullable(System.getenv("PATH")).orElse(""), LOOK_AT_CLUSTER);
        this.suites = new SuiteCommands(
                runs, here, engines, background, notices, library, this::suiteEnded, configuration, turns::whenFree);
        turns.add(suites.model().runningProperty());
        this.judging = new JudgeCommands(
                runs, this.engines, turns, configuration, whyNoFit::get, sessionProperty()::get, notices);
        this.paused =
                Bindings.createObjectBinding(this::findPaused, job().pausedNowProperty(), suite().pausedNowProperty());
        paused.subscribe(library::setPaused);
        library.choice().removed().subscribe(shown::forget);
        shown.runProperty().subscribe(run -> {
            library.choice().shownProperty().set(run.map(now -> now.folder().folder()));
            configuration.gradientShares().set(run.map(GradientShares::of).orElse(Map.of()));
        });
        this.analyses = new AnalysesViewModel(
                this.engines, this::openSession, background.elsewhere(), background.window(), this::notifyUser);
        this.perturbation = new PerturbationViewModel(
                this::openSession, WorkerThreads.of(CoreShare.forWork()), background.elsewhere(), background.window());
        this.busy = fits.job()
                .runningProperty()
                .or(suites.model().runningProperty())
                .or(judging.model().runningProperty());
        sessionProperty().subscribe(open -> {
            open.map(OpenSession::session).ifPresent(sessionSettings::follow);
            configuration.sessionProperty().set(open.map(OpenSession::session));
            check();
        });
        configuration.configuration().subscribe(settings -> check());
        new FormFitCheck(configuration, background.elsewhere(), background.window(), notices::show);
        checkedProperty()
                .subscribe(now -> now.ifPresent(session ->
                        library.warned(session.open().session().source().file(), session.serious())));
    }

    private void check() {
        sessionCheck.follow(
                sessionProperty().get(), configuration.configuration().get().map(Configuration::data));
    }

    /** The open session as the configuration fits it. */
    public ReadOnlyObjectProperty<Optional<CheckedSession>> checkedProperty() {
        return sessionCheck.checkedProperty();
    }

    public ObjectProperty<Optional<OpenSession>> sessionProperty() {
        return sessions.sessionProperty();
    }

    /** The service that opens session files. */
    public SessionOpening opening() {
        return sessions.opening();
    }

    /** The view model of the session file's mapping. */
    public MappingViewModel mapping() {
        return sessions.mapping();
    }

    /** Shows the mapping of the open session's file. */
    public void showMapping() {
        sessions.showMapping();
    }

    /** The shown run. */
    public ObjectProperty<Optional<RunSnapshot>> runProperty() {
        return shown.runProperty();
    }

    /** The folder of the fit that runs in this window. */
    public Optional<Path> liveRun() {
        return fits.live().filter(folder -> job().runningProperty().get());
    }

    /** The epoch that the views show. */
    public EpochSelection epoch() {
        return shown.epoch();
    }

    /** The neuron selected in all views, and the pinned ones. */
    public NeuronSelection neurons() {
        return neurons;
    }

    /** The queue of waiting work. */
    public JobQueue queue() {
        return turns.queue();
    }

    public ConfigurationViewModel configuration() {
        return configuration;
    }

    /** The settings that belong to one session. */
    public SessionSettings sessionSettings() {
        return sessionSettings;
    }

    /** The mappings that were applied to sessions. */
    public AppliedMappings appliedMappings() {
        return sessions.applied();
    }

    /** The remedies and exclusions of the open session. */
    public SessionCuration curating() {
        return curating;
    }

    public LibraryViewModel library() {
        return library;
    }

    /** The service that reads and changes the library. */
    public LibraryService libraryService() {
        return desk;
    }

    /** The view model of the comparison of runs. */
    public CompareViewModel compare() {
        return compare;
    }

    /** The writer of exports and reports. */
    public RunOutputs outputs() {
        return outputs;
    }

    public JobViewModel job() {
        return fits.job();
    }

    /** The view model of the shown suite, with the setup of a new one. */
    public SuiteViewModel suite() {
        return suites.model();
    }

    /** The view model of the running judgement, with its options. */
    public JudgeViewModel judge() {
        return judging.model();
    }

    /** The view model of the analyses of the shown run. */
    public AnalysesViewModel analyses() {
        return analyses;
    }

    /** The view model of the perturbation of the shown run's networks. */
    public PerturbationViewModel perturbation() {
        return perturbation;
    }

    /**
     * Whether a fit or a suite is running. It is one binding for the lifetime of the window: JavaFX holds bindings
     * weakly, and a new binding that only its listener references is garbage-collected.
     */
    public BooleanBinding busy() {
        return busy;
    }

    /** Whether something runs whose progress is shown. */
    public boolean isFollowing() {
        return busy.get()
                || opening().runningProperty().get()
                || analyses.stateProperty().get() instanceof AnalysisState.Working;
    }

    /** The observables that change without user input and wake the window. */
    public Observable[] changes() {
        return new Observable[] {
            sessionProperty(),
            shown.epoch().shown(),
            suites.model().pictureProperty(),
            busy,
            opening().runningProperty(),
            analyses.stateProperty(),
            perturbation.stateProperty(),
            notices.shownProperty()
        };
    }

    /** The folders of the run and of the suite that are paused in this window. */
    public ObservableValue<List<Path>> paused() {
        return paused;
    }

    private List<Path> findPaused() {
        List<Path> folders = new ArrayList<>();
        if (job().pausedNowProperty().get()) {
            fits.live().ifPresent(folders::add);
        }
        if (suite().pausedNowProperty().get()) {
            suite().pictureProperty()
                    .get()
                    .ifPresent(shown -> folders.add(shown.folder().folder()));
        }
        return List.copyOf(folders);
    }

    public Notifications notices() {
        return notices;
    }

    /** Registers a listener for every file and folder that the user opens without an error. */
    public void whenOpened(Consumer<Path> told) {
        opened = told;
    }

    /** Opens a session file, or the folder of a run or a suite. */
    public void open(Path path, Runnable then) {
        Runnable done = () -> {
            opened.accept(path);
            then.run();
        };
        if (SuiteFolder.isSuite(path)) {
            suites.open(path, done);
        } else if (Files.isDirectory(path) && ContainerFiles.arraysOf(path).isEmpty()) {
            shown.open(path, done);
        } else {
            sessions.open(path, then);
        }
    }

    /** Opens the session that ships with the program. */
    public void openDemo(Runnable then) {
        sessions.openDemo(then);
    }

    /**
     * Lists session files of earlier days that still exist. They are checked on a background thread, because a network
     * drive may be slow.
     *
     * @param files paths of anything that was opened
     */
    public void rememberSessions(List<String> files) {
        background.run(
                () -> files.stream().map(Path::of).filter(Files::isRegularFile).toList(), library::remember, notices);
    }

    /** Reads the library again. */
    public void refreshLibrary() {
        desk.refresh();
    }

    /** The command that repeats the fit as configured; empty if no session is open or a setting is not valid. */
    public Optional<FitCommandLine> command() {
        return fits.command();
    }

    /** Why no fit can be started; empty if one can. */
    public StringBinding whyNoFit() {
        return whyNoFit;
    }

    /** Starts a fit of the open session as configured, or queues it. */
    public void startFit() {
        fits.start();
    }

    /** Resumes the shown run on the session that it was fitted to. */
    public void resume() {
        fits.resume();
    }

    /** Uses the split in a file from now on. */
    public void importSplit(Path file) {
        configuration.splitFileProperty().set(Optional.of(file));
    }

    /** Writes the configured split of the open session to a file. */
    public void exportSplit(Path file) {
        Optional<Configuration> settings = configuration.configuration().get();
        if (sessionProperty().get().isEmpty() || settings.isEmpty()) {
            notices.show(Notification.information(whyNoFit.get()));
            return;
        }
        Session data = sessionProperty().get().get().session();
        try {
            SplitFile.write(file, configuration.splitting().apply(data, settings.get()), data);
            notices.show(Notification.information("The split was written to %s.".formatted(file)));
        } catch (UserError refusal) {
            notices.show(Notification.information(refusal.sentence()));
        }
    }

    /** Writes a table as CSV. */
    public void save(Table table, Path file) {
        background.run(
                () -> {
                    AtomicFile.write(file, AnalysisFiles.csv(table));
                    return file;
                },
                written -> notifyUser("The table was written to %s.".formatted(written)),
                notices);
    }

    private void notifyUser(String note) {
        notices.show(Notification.information(note));
    }

    /**
     * Judges the configured model on the open session, or queues it.
     *
     * @param show opens a page in the browser
     */
    public void startJudgement(Consumer<Path> show) {
        judging.start(show);
    }

    /** Starts the suite that is set up on the open session. */
    public void startSuite() {
        suites.start(openSession());
    }

    /** Resumes the shown suite. */
    public void resumeSuite() {
        suites.resume(openSession());
    }

    /**
     * Passes on the report of the shown suite.
     *
     * @param show opens a file
     */
    public void openSuiteReport(Consumer<Path> show) {
        suites.openReport(show);
    }

    private Optional<Session> openSession() {
        return sessionProperty().get().map(OpenSession::session);
    }

    private void suiteEnded() {
        refreshLibrary();
        turns.next();
    }
}
