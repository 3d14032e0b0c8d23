package org.dalescope.app.ui.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.dalescope.app.ui.configure.FitPrecheck;
import org.dalescope.app.ui.configure.SessionSettings;
import org.dalescope.app.ui.jobs.CoreShare;
import org.dalescope.app.ui.jobs.JobQueue;
import org.dalescope.app.ui.jobs.JobViewModel;
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

/** The state that all views share, and what the person can do with it. */
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
        this.paused =
                Bindings.createObjectBinding(this::findPaused, job().restingProperty(), suite().restingProperty());
        paused.subscribe(library::setPaused);
        this.analyses = new AnalysesViewModel(
                this.engines, this::openSession, background.elsewhere(), background.window(), this::notifyUser);
        this.perturbation = new PerturbationViewModel(
                this::openSession, WorkerThreads.of(CoreShare.forWork()), background.elsewhere(), background.window());
        this.busy = fits.job().runningProperty().or(suites.model().runningProperty());
        sessionProperty().subscribe(open -> {
            open.map(OpenSession::session).ifPresent(sessionSettings::follow);
            configuration.sessionProperty().set(open.map(OpenSession::session));
            check();
        });
        configuration.configuration().subscribe(settings -> check());
        new FitPrecheck(configuration, background.elsewhere(), background.window(), notices::show);
        checkedProperty()
                .subscribe(now -> now.ifPresent(session ->
                        library.warned(session.open().session().source().file(), session.serious())));
    }

    private void check() {
        sessionCheck.follow(
                sessionProperty().get(), configuration.configuration().get().map(Configuration::data));
    }

    /** The open session as the configuration would fit it. */
    public ReadOnlyObjectProperty<Optional<CheckedSession>> checkedProperty() {
        return sessionCheck.checkedProperty();
    }

    public ObjectProperty<Optional<OpenSession>> sessionProperty() {
        return sessions.sessionProperty();
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
    public ObjectProperty<Optional<RunSnapshot>> runProperty() {
        return shown.runProperty();
    }

    /** The epoch at which the views show it. */
    public EpochSelection epoch() {
        return shown.epoch();
    }

    /** The neuron on show in all views, and the pinned ones. */
    public NeuronSelection neurons() {
        return neurons;
    }

    /** What waits for its turn. */
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

    /** Remedies and exclusions of the open session. */
    public SessionCuration curating() {
        return curating;
    }

    public LibraryViewModel library() {
        return library;
    }

    /** What reads the library and changes what lies in it. */
    public LibraryService desk() {
        return desk;
    }

    /** The runs that are compared. */
    public CompareViewModel compare() {
        return compare;
    }

    /** What writes exports and reports of runs. */
    public RunOutputs outputs() {
        return outputs;
    }

    public JobViewModel job() {
        return fits.job();
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

    /**
     * Whether a fit or a suite has the machine. It is one binding for the life of the window: JavaFX holds bindings weakly, and
     * a new one that only its listener knows is collected with the garbage.
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

    /** All that changes without the user's doing, at which the window looks closer for a moment. */
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

    /** Folders of the run and of the suite that rest in this window. */
    public ObservableValue<List<Path>> paused() {
        return paused;
    }

    private List<Path> findPaused() {
        List<Path> folders = new ArrayList<>();
        if (job().restingProperty().get()) {
            fits.live().ifPresent(folders::add);
        }
        if (suite().restingProperty().get()) {
            suite().pictureProperty()
                    .get()
                    .ifPresent(shown -> folders.add(shown.folder().folder()));
        }
        return List.copyOf(folders);
    }

    public Notifications notices() {
        return notices;
    }

    /** From now on reports every file and folder that the user opened and that was not refused. */
    public void whenOpened(Consumer<Path> told) {
        opened = told;
    }

    /** Opens a session file, a run folder or a suite's folder. */
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
     * Lists session files of earlier days that are still there; looked for elsewhere, for a network drive may take its time.
     *
     * @param files paths of anything that was opened
     */
    public void rememberSessions(List<String> files) {
        background.run(
                () -> files.stream().map(Path::of).filter(Files::isRegularFile).toList(), library::remember, notices);
    }

    /** Reads the library anew. */
    public void refreshLibrary() {
        desk.refresh();
    }

    /** The command that repeats the fit as configured; empty while there is no session or something is illegal. */
    public Optional<FitCommandLine> command() {
        return fits.command();
    }

    /** Why no fit can be started; empty where one can. */
    public StringBinding whyNoFit() {
        return whyNoFit;
    }

    /** Starts a fit of the open session as configured, or lets it wait for its turn. */
    public void startFit() {
        fits.start();
    }

    /** Goes on with the run on show, on the session it was fitted to. */
    public void resume() {
        fits.resume();
    }

    /** Takes the split from a file from now on. */
    public void importSplit(Path file) {
        configuration.splitFileProperty().set(Optional.of(file));
    }

    /** Writes the split of the open session as it is configured. */
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
        return sessionProperty().get().map(OpenSession::session);
    }

    private void suiteEnded() {
        refreshLibrary();
        turns.next();
    }
}
