package org.dalescope.app.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.dalescope.app.ui.command.DesktopActions;
import org.dalescope.app.ui.command.FileDialogs;
import org.dalescope.app.ui.command.FileDrop;
import org.dalescope.app.ui.command.LibraryCommands;
import org.dalescope.app.ui.configure.CommandView;
import org.dalescope.app.ui.configure.ConfigurationHistory;
import org.dalescope.app.ui.configure.ConfigurationView;
import org.dalescope.app.ui.configure.SettingViewModel;
import org.dalescope.app.ui.control.Appearance;
import org.dalescope.app.ui.control.Caret;
import org.dalescope.app.ui.keyboard.Shortcut;
import org.dalescope.app.ui.library.LibraryView;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.app.ui.notification.NotificationBar;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.app.ui.palette.PaletteView;
import org.dalescope.app.ui.palette.PaletteViewModel;
import org.dalescope.app.ui.preferences.PreferencesView;
import org.dalescope.app.ui.restore.WindowLog;
import org.dalescope.app.ui.task.BackgroundTasks;
import org.dalescope.app.ui.task.WindowTicker;
import org.dalescope.app.ui.workspace.Workspace;
import org.dalescope.model.common.Lazy;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunLibrary;
import org.dalescope.model.suite.store.SuiteFolder;

/** The main window with all its parts; it must be created on the JavaFX thread. */
public final class MainWindow {
    private static final double LIBRARY = 215;
    private static final double LEAST_FORM = 280;
    private static final double LEAST_WORK = 320;
    private static final double FORM_SHARE = 0.25;
    private static final double LEAST_FOR_SETTINGS = 1100;
    private static final double LEAST_FOR_LIBRARY = 800;
    private final Appearance appearance = new Appearance();
    private final Workspace workspace;
    private final DesktopActions actions;
    private final ViewTabs views;
    private final BooleanProperty jobsShown = new SimpleBooleanProperty(false);
    private final StatusLine status;
    private final ConfigurationView form;
    private final CommandView command = new CommandView();
    private final BorderPane root = new BorderPane();
    private final SplitPane middle = new SplitPane();
    private final SidePanes sides;
    private final PaneChoice libraryShown = new PaneChoice(shown -> showPanes());
    private final PaneChoice settingsShown = new PaneChoice(shown -> showPanes());
    private final StackPane stack = new StackPane();
    private final WindowLog log;
    private final ConfigurationHistory history;
    private final WindowRestorer remembering;
    private final Lazy<HelpView> help;
    private final Lazy<PreferencesView> preferences;
    private final PaletteViewModel palette;
    private final Lazy<PaletteView> answers;
    private final PaletteEntries findable;
    private final WindowTicker pump;
    private boolean isAtRest;

    /**
     * A window for a library.
     *
     * @param engines opens an engine with a number of threads; called on the fits' threads only
     */
    public MainWindow(RunLibrary runs, IntFunction<EngineFactory.Source> engines, FileDialogs dialogs) {
        this.workspace = new Workspace(
                runs, engines, BackgroundTasks.on(Platform::runLater), new Notifications(Platform::runLater));
        this.actions = new DesktopActions(
                workspace, dialogs, runs.folder(), () -> root.getScene().getWindow(), this::select, this::open);
        this.views = new ViewTabs(workspace, actions, appearance, this::applyStyle);
        this.form = new ConfigurationView(workspace.configuration(), command, actions.formFiles());
        this.findable = new PaletteEntries(this::press, this::showSetting, this::open, this::openDemo);
        LibraryView library = new LibraryView(
                workspace.libraryService(),
                new LibraryCommands(workspace.outputs(), dialogs, this::select, this::open));
        this.sides = new SidePanes(middle, library, views, form);
        // The middle keeps enough space whatever divider positions are restored.
        views.setMinWidth(LEAST_WORK);
        views.onChosen(this::fitPanes);
        root.widthProperty().subscribe(this::fitPanes);
        root.setCenter(middle);
        this.status = new StatusLine(workspace);
        root.setBottom(new Footer(workspace, jobsShown, status));
        root.getStyleClass().add("dalescope");
        FileDrop.accept(root, this::open);
        form.addEventFilter(KeyEvent.KEY_PRESSED, this::undoInTheForm);
        showCommand();
        this.log = new WindowLog(runs.folder());
        workspace.notices().shownProperty().subscribe(shown -> shown.ifPresent(notice -> log.log(notice.sentence())));
        log.problem().ifPresent(sentence -> workspace.notices().show(Notification.information(sentence)));
        this.remembering = new WindowRestorer(runs.folder(), workspace, appearance, sides, views);
        remembering.restore(stack);
        workspace.rememberSessions(remembering.recent());
        workspace.whenOpened(remembering::opened);
        TopBar top = new TopBar(workspace, actions, appearance, this::press, remembering::recent);
        views.onChosen(() -> top.setStartPrimary(!views.hasOwnPrimary()));
        root.setTop(new VBox(top, new ContextBar(workspace)));
        this.history = new ConfigurationHistory(workspace.configuration());
        this.help = over(
                () -> new HelpView(log.folder(), dialogs::show, workspace.notices()::showLatest, this::resetWindow));
        this.preferences = over(() -> PreferencesSetup.view(
                runs.folder(),
                log.folder(),
                () -> dialogs.libtorch(root.getScene().getWindow())));
        this.palette = new PaletteViewModel(() ->
                findable.entries(workspace.configuration(), workspace.library().items(), remembering.recent()));
        this.answers = over(() -> new PaletteView(palette));
        stack.getChildren().setAll(root, new NotificationBar(workspace.notices()));
        this.pump = new WindowTicker(Platform::runLater, this::update, workspace::isFollowing);
        pump.wakeAt(workspace.changes());
        pump.start();
        workspace.refreshLibrary();
    }

    /** Hides the panes that would squeeze the work: both in a narrow window, the settings where they do not serve. */
    private void fitPanes() {
        double width = root.getWidth();
        if (width > 0) {
            libraryShown.useful(width >= LEAST_FOR_LIBRARY);
            settingsShown.useful(width >= LEAST_FOR_SETTINGS && views.servesSettings());
        }
    }

    private void showPanes() {
        sides.show(libraryShown.isShown(), settingsShown.isShown());
    }

    private void showSetting(SettingViewModel setting) {
        settingsShown.choose(true);
        form.show(setting);
    }

    /** Shows both side panes, whatever the width of the window. */
    public void showSidePanes() {
        libraryShown.choose(true);
        settingsShown.choose(true);
    }

    /** An overlay over the whole window that is created on first use. */
    private <V extends Node> Lazy<V> over(Supplier<V> making) {
        return Lazy.of(() -> {
            V view = making.get();
            stack.getChildren().add(view);
            return view;
        });
    }

    public Parent root() {
        return stack;
    }

    public Workspace workspace() {
        return workspace;
    }

    public Appearance appearance() {
        return appearance;
    }

    /** Adds the keyboard shortcuts and the style sheet to a scene. */
    public void install(Scene scene) {
        Appearance.style(scene);
        scene.addEventFilter(InputEvent.ANY, event -> pump.wake());
        for (Shortcut shortcut : Shortcut.values()) {
            scene.getAccelerators().put(shortcut.combination(), () -> press(shortcut));
        }
    }

    /** Applies the shortcuts, the style and the font size of this window to the separate window of a tab. */
    private void applyStyle(Scene scene) {
        install(scene);
        scene.getRoot().styleProperty().bind(stack.styleProperty());
    }

    /** Moves the tab that was chosen last into a separate window. */
    public void undock() {
        views.undock();
    }

    /** Opens a session file or a run folder and shows it. */
    public void open(Path path) {
        workspace.open(path, () -> {
            Shortcut view = viewOf(path);
            // A user who looks through runs in one view stays in it.
            if (view != Shortcut.FIT || !views.showsRun()) {
                views.select(view);
            }
        });
    }

    private static Shortcut viewOf(Path path) {
        if (SuiteFolder.isSuite(path)) {
            return Shortcut.SUITE;
        }
        return RunFolder.isRun(path) ? Shortcut.FIT : Shortcut.SESSION;
    }

    /** Opens a session, or the demo session if none is given, and starts the fit at once. */
    public void openAndFit(Optional<Path> path) {
        path.ifPresentOrElse(given -> workspace.open(given, this::startFit), () -> workspace.openDemo(this::startFit));
    }

    /** Sets the widths of the side panes for a window width in pixels; the middle gets the rest. */
    public void restorePanes(double width) {
        if (!remembering.restorePanes()) {
            rearrange(width);
        }
    }

    /** Restores the position of a stage and remembers its later positions. */
    public void restorePosition(Stage stage) {
        remembering.restorePosition(stage);
        pump.wakeAt(
                stage.xProperty(),
                stage.yProperty(),
                stage.widthProperty(),
                stage.heightProperty(),
                stage.maximizedProperty());
    }

    /** Saves the state of the window for the next start. */
    public void saveState() {
        remembering.saveState();
    }

    /** Logs a failure and shows it. */
    public void failed(Throwable thrown) {
        log.log(thrown);
        workspace.notices().show(thrown);
    }

    private void resetWindow() {
        remembering.reset(() -> rearrange(root.getWidth()));
    }

    /** Sets the side panes to their default widths, regardless of the saved state. */
    public void rearrange(double width) {
        sides.set(LIBRARY, Math.max(LEAST_FORM, FORM_SHARE * width));
    }

    /** Shows a tab by its index from the left, from 0. */
    public void showTab(int index) {
        views.select(index);
    }

    /** Moves the tab that was chosen last to the other half, which is opened if necessary. */
    public void split() {
        views.split();
    }

    /** Shows a page inside the session's tab by its index from the left, from 0. */
    public void showInSession(int index) {
        views.selectInSession(index);
    }

    /** Logs how long the user waited for the window. */
    public void opened(java.time.Duration waited) {
        log.log("The window was there after %s ms.".formatted(waited.toMillis()));
    }

    /**
     * Asks running jobs to stop and calls back when the window may close. Waiting jobs do not start.
     *
     * @param exit called when nothing runs and everything is saved
     */
    public void closeWhenSaved(Runnable exit) {
        workspace.queue().hold();
        actions.stop();
        workspace.notices().show(Notification.information("The window closes as soon as the run is saved."));
        workspace.busy().subscribe(running -> {
            if (!running) {
                exit.run();
            }
        });
    }

    /** Stops running jobs and waits until they are saved. */
    public void close(long waitMs) throws InterruptedException {
        pump.stop();
        workspace.queue().hold();
        workspace.queue().waiting().forEach(work -> log.log("Not started: %s".formatted(work.command())));
        workspace.job().stopAndWait(waitMs);
        workspace.suite().stopAndWait(waitMs);
        workspace.judge().stopAndWait(waitMs);
        log.close();
    }

    /** Opens the demo session and shows it. */
    public void openDemo() {
        actions.openDemo();
    }

    /** Starts the fit as configured and shows it. */
    public void startFit() {
        actions.startFit();
    }

    /** Asks running jobs to stop. */
    public void stop() {
        actions.stop();
    }

    /** Starts the suite that is set up and shows it. */
    public void startSuite() {
        actions.startSuite();
    }

    /** Shows the mapping of the open session. */
    public void showMapping() {
        actions.showMapping();
    }

    private void select(Shortcut view) {
        views.select(view);
    }

    /** Whether there was recent user input or a change; then the status line updates the memory in use. */
    public boolean isAwake() {
        return pump.isAwake();
    }

    /** Updates everything that has no event of its own. The window calls it periodically. */
    public void update() {
        workspace.libraryService().pump();
        workspace.opening().pump();
        workspace.job().pump();
        workspace.suite().pump();
        workspace.judge().pump();
        if (pump.isAwake()) {
            isAtRest = false;
            updateWhileAwake();
            status.update();
            remembering.update();
        } else if (!isAtRest) {
            isAtRest = true;
            updateWhileAwake();
            remembering.saveState();
        } else {
            Caret.stopBlinking();
        }
    }

    /**
     * Updates everything that changes only while the window is awake; called once more when the window becomes idle.
     */
    private void updateWhileAwake() {
        views.finishDrawing();
        history.update();
    }

    /**
     * Handles undo before a text field uses the key for its own text, because the form's history contains that text
     * too.
     */
    private void undoInTheForm(KeyEvent event) {
        for (Shortcut shortcut : new Shortcut[] {Shortcut.UNDO, Shortcut.REDO}) {
            if (shortcut.combination().match(event)) {
                press(shortcut);
                event.consume();
            }
        }
    }

    private void press(Shortcut shortcut) {
        switch (shortcut) {
            case OPEN -> actions.openSession();
            case OPEN_FOLDER -> actions.openFolder();
            case START -> actions.startFit();
            case STOP -> actions.stop();
            case RESUME -> actions.resume();
            case FIND -> {
                settingsShown.choose(true);
                form.find();
            }
            case LIBRARY_PANE -> libraryShown.toggle();
            case SETTINGS_PANE -> settingsShown.toggle();
            case DARK ->
                appearance.darkProperty().set(!appearance.darkProperty().get());
            case SESSION, FIT, PSTHS, TIME_CONSTANTS, SUITE, ANALYSES, PERTURB, COMPARE -> views.select(shortcut);
            case SPLIT -> views.split();
            case UNDOCK -> views.undock();
            case JOBS -> jobsShown.set(!jobsShown.get());
            case PAUSE -> actions.pause();
            case UNDO -> history.undo();
            case REDO -> history.redo();
            case PALETTE -> {
                answers.get();
                palette.open();
            }
            case LARGER -> appearance.resize(1);
            case SMALLER -> appearance.resize(-1);
            case PREFERENCES -> preferences.get().shownProperty().set(true);
            case KEYS -> help.get().shownProperty().set(true);
        }
    }

    /** Updates the command whenever one of its inputs changes. */
    private void showCommand() {
        var configuration = workspace.configuration();
        for (Observable part : new Observable[] {
            configuration.configuration(),
            configuration.valid(),
            configuration.seedProperty(),
            configuration.splitProperty(),
            configuration.presetProperty(),
            workspace.sessionProperty(),
            workspace.job().runningProperty(),
            workspace.queue().waiting()
        }) {
            part.addListener(changed -> command.show(workspace.command()));
        }
        configuration.configuration().subscribe(c -> command.show(workspace.command()));
        configuration.valid().subscribe(c -> command.show(workspace.command()));
    }
}
