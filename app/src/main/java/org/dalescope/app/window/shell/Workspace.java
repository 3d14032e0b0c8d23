package org.dalescope.app.window.shell;

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
import org.dalescope.app.window.analysis.AnalysesViewModel;
import org.dalescope.app.window.analysis.AnalysisState;
import org.dalescope.app.window.compare.CompareViewModel;
import org.dalescope.app.window.configure.ConfigurationViewModel;
import org.dalescope.app.window.configure.FitRefusals;
import org.dalescope.app.window.configure.SessionSettings;
import org.dalescope.app.window.job.Cores;
import org.dalescope.app.window.job.JobQueue;
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
import org.dalescope.app.window.session.CheckedSession;
import org.dalescope.app.window.session.Curating;
import org.dalescope.app.window.session.OpenSession;
import org.dalescope.app.window.session.SessionCheck;
import org.dalescope.app.window.session.SessionOpening;
import org.dalescope.app.window.suite.LoginNode;
import org.dalescope.app.window.suite.SuiteViewModel;
import org.dalescope.app.words.Words;
import org.dalescope.model.UserError;
import org.dalescope.model.analysis.AnalysisFiles;
import org.dalescope.model.analysis.Table;
import org.dalescope.model.array.WholeFile;
import org.dalescope.model.configuration.Configuration;
import org.dalescope.model.engine.Engines;
import org.dalescope.model.experiment.SuiteFolder;
import org.dalescope.model.kernel.Workers;
import org.dalescope.model.library.RunCatalogue;
import org.dalescope.model.run.FitCommandLine;
import org.dalescope.model.run.RunLibrary;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.container.Containers;
import org.dalescope.model.split.SplitFile;

/** The state that all views share, and what the person can do with it. */
public final class Workspace {
    private static final Duration LOOK_AT_CLUSTER = Duration.ofSeconds(5);
    private final ConfigurationViewModel configuration = new ConfigurationViewModel();
    private final SessionSettings sessionSettings;
    private final SessionCheck sessionCheck;
    private final StringBinding whyNoFit;
    private final ObjectBinding<List<Path>> paused;
    private final Curating curating = new Curating(configuration);
    private final LibraryViewModel library = new LibraryViewModel();
    private final LibraryDesk desk;
    private final RunOutputs outputs;
    private final CompareViewModel compare;
    private final Turns turns;
    private final ShownRun shown;
    private final NeuronChoice neurons = new NeuronChoice();
    private final Engines.Source engines;
    private final Sessions sessions;
    private final Fits fits;
    private final Suites suites;
    private final Background background;
    private final Notices notices;
    private final AnalysesViewModel analyses;
    private final PerturbationViewModel perturbation;
    private final BooleanBinding busy;
    private Consumer<Path> opened = path -> {};

    /**
     * An empty workspace.
     *
     * @param engines opens an engine with a number of threads; called on the fits' threads only
     */
    public Workspace(RunLibrary runs, IntFunction<Engines.Source> engines, Background background, Notices notices) {
        this.engines = engines.apply(Cores.forWork());
        this.background = background;
        this.notices = notices;
        this.sessionSettings = new SessionSettings(configuration, notices);
        this.sessionCheck = new SessionCheck(background.elsewhere(), background.window(), notices::show);
        this.turns = new Turns(notices);
        this.shown = new ShownRun(background, notices);
        this.desk = new LibraryDesk(
                new RunCatalogue(runs.folder()), library, background.elsewhere(), background.window(), notices);
        this.compare = new CompareViewModel(library, background.elsewhere(), background.window(), notices);
        this.outputs = new RunOutputs(this.engines, this::openSession, background, notices);
        this.sessions = new Sessions(runs, background, notices, library, curating::forget, path -> opened.accept(path));
        this.whyNoFit = Bindings.createStringBinding(
                () -> session().get().isEmpty()
                        ? Words.of("shell.open-a-session-first")
                        : configuration.reason().get(),
                session(),
                configuration.reason());
        this.fits = new Fits(
                runs,
                this.engines,
                turns,
                shown,
                configuration,
                whyNoFit::get,
                session()::get,
                library,
                this::refreshLibrary,
                notices);
        LoginNode here =
                new LoginNode(Optional.ofNullable(System.getenv("PATH")).orElse(""), LOOK_AT_CLUSTER);
        this.suites = new Suites(
                runs, here, engines, background, notices, library, this::suiteEnded, configuration, turns::whenFree);
        turns.add(suites.model().running());
        this.paused = Bindings.createObjectBinding(this::findPaused, job().resting(), suite().resting());
        paused.subscribe(library::rest);
        this.analyses = new AnalysesViewModel(
                this.engines, this::openSession, background.elsewhere(), background.window(), this::tell);
        this.perturbation = new PerturbationViewModel(
                this::openSession, Workers.of(Cores.forWork()), background.elsewhere(), background.window());
        this.busy = fits.job().running().or(suites.model().running());
        session().subscribe(open -> {
            open.map(OpenSession::session).ifPresent(sessionSettings::follow);
            configuration.session().set(open.map(OpenSession::session));
            check();
        });
        configuration.configuration().subscribe(settings -> check());
        new FitRefusals(configuration, background.elsewhere(), background.window(), notices::show);
        checked()
                .subscribe(now -> now.ifPresent(session ->
                        library.warned(session.open().session().source().file(), session.serious())));
    }

    private void check() {
        sessionCheck.follow(session().get(), configuration.configuration().get().map(Configuration::data));
    }

    /** The open session as the configuration would fit it. */
    public ReadOnlyObjectProperty<Optional<CheckedSession>> checked() {
        return sessionCheck.checked();
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
    AppliedMappings appliedMappings() {
        return sessions.applied();
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
    boolean isFollowing() {
        return busy.get() || opening().running().get() || analyses.state().get() instanceof AnalysisState.Working;
    }

    /** All that changes without the user's doing, at which the window looks closer for a moment. */
    Observable[] changes() {
        return new Observable[] {
            session(),
            shown.epoch().shown(),
            suites.model().picture(),
            busy,
            opening().running(),
            analyses.state(),
            perturbation.state(),
            notices.shown()
        };
    }

    /** Folders of the run and of the suite that rest in this window. */
    ObservableValue<List<Path>> paused() {
        return paused;
    }

    private List<Path> findPaused() {
        List<Path> folders = new ArrayList<>();
        if (job().resting().get()) {
            fits.live().ifPresent(folders::add);
        }
        if (suite().resting().get()) {
            suite().picture()
                    .get()
                    .ifPresent(shown -> folders.add(shown.folder().folder()));
        }
        return List.copyOf(folders);
    }

    public Notices notices() {
        return notices;
    }

    /** From now on reports every file and folder that the user opened and that was not refused. */
    void whenOpened(Consumer<Path> told) {
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
        } else if (Files.isDirectory(path) && Containers.arraysOf(path).isEmpty()) {
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
    void rememberSessions(List<String> files) {
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
        configuration.splitFile().set(Optional.of(file));
    }

    /** Writes the split of the open session as it is configured. */
    public void exportSplit(Path file) {
        Optional<Configuration> settings = configuration.configuration().get();
        if (session().get().isEmpty() || settings.isEmpty()) {
            notices.show(Notice.information(whyNoFit.get()));
            return;
        }
        Session data = session().get().get().session();
        try {
            SplitFile.write(file, configuration.splitting().apply(data, settings.get()), data);
            notices.show(Notice.information(Words.of("shell.the-split-was-written", file)));
        } catch (UserError refusal) {
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
                written -> tell(Words.of("shell.the-table-was-written", written)),
                notices);
    }

    private void tell(String note) {
        notices.show(Notice.information(note));
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

    private void suiteEnded() {
        refreshLibrary();
        turns.next();
    }
}
