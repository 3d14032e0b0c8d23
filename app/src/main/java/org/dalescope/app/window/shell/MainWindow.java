package org.dalescope.app.window.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.dalescope.app.about.About;
import org.dalescope.app.window.configure.CommandView;
import org.dalescope.app.window.configure.ConfigurationView;
import org.dalescope.app.window.configure.SplitActions;
import org.dalescope.app.window.job.JobBar;
import org.dalescope.app.window.library.LibraryView;
import org.dalescope.app.window.notice.Notice;
import org.dalescope.app.window.notice.NoticeBar;
import org.dalescope.app.window.notice.Notices;
import org.dalescope.app.window.theme.Appearance;
import org.dalescope.model.engine.Engines;
import org.dalescope.model.experiment.SuiteFolder;
import org.dalescope.model.run.RunLibrary;

/** The whole window, put together; must be made on the JavaFX thread. */
public final class MainWindow implements Actions {
    private static final double PUMP_MS = 100;
    private static final double LIBRARY = 190;
    private static final double LEAST_FORM = 280;
    private static final double FORM_SHARE = 0.25;
    private final RunLibrary runs;
    private final FileDialogs dialogs;
    private final Appearance appearance = new Appearance();
    private final Workspace workspace;
    private final Views views;
    private final ConfigurationView form;
    private final CommandView command = new CommandView();
    private final BorderPane root = new BorderPane();
    private final SplitPane middle = new SplitPane();
    private final Timeline pump;

    /**
     * A window over a library.
     *
     * @param engines opens an engine with a number of threads; called on the fits' threads only
     */
    public MainWindow(RunLibrary runs, IntFunction<Engines.Source> engines, FileDialogs dialogs) {
        this.runs = runs;
        this.dialogs = dialogs;
        this.workspace =
                new Workspace(runs, engines, Background.on(Platform::runLater), new Notices(Platform::runLater));
        this.views = new Views(workspace, this, appearance);
        this.form = new ConfigurationView(workspace.configuration(), command, splitActions());
        LibraryView library = new LibraryView(workspace.library(), this::open);
        middle.getItems().setAll(library, views, form);
        SplitPane.setResizableWithParent(library, false);
        SplitPane.setResizableWithParent(form, false);
        root.setTop(new VBox(new TopBar(workspace, this, appearance), new NoticeBar(workspace.notices())));
        root.setCenter(middle);
        root.setBottom(new VBox(opening(), jobs()));
        root.getStyleClass().add("dalescope");
        acceptDrops();
        showCommand();
        this.pump = new Timeline(new KeyFrame(Duration.millis(PUMP_MS), tick -> pump()));
        pump.setCycleCount(Animation.INDEFINITE);
        pump.play();
        workspace.refreshLibrary();
    }

    public Parent root() {
        return root;
    }

    public Workspace workspace() {
        return workspace;
    }

    public Appearance appearance() {
        return appearance;
    }

    /** Gives a scene the keys and the style sheet. */
    public void install(Scene scene) {
        Appearance.style(scene);
        for (Shortcut shortcut : Shortcut.values()) {
            scene.getAccelerators().put(shortcut.combination(), () -> press(shortcut));
        }
    }

    /** Opens a session file or a run folder and shows it. */
    public void open(Path path) {
        workspace.open(path, () -> views.select(viewOf(path)));
    }

    private static Shortcut viewOf(Path path) {
        if (SuiteFolder.isSuite(path)) {
            return Shortcut.SUITE;
        }
        return path.toFile().isDirectory() ? Shortcut.FIT : Shortcut.SESSION;
    }

    /** Opens a session, or the demo session where none is given, and starts the fit at once. */
    public void openAndFit(Optional<Path> path) {
        path.ifPresentOrElse(given -> workspace.open(given, this::startFit), () -> workspace.openDemo(this::startFit));
    }

    /** Gives the panes at the sides what they need of a width in pixels, and the middle the rest. */
    public void arrange(double width) {
        double side = Math.max(LEAST_FORM, FORM_SHARE * width);
        middle.setDividerPositions(LIBRARY / width, 1 - side / width);
    }

    /** Shows a tab by its place from the left, from 0. */
    public void showTab(int index) {
        views.getSelectionModel().select(index);
    }

    /** Shows a view inside the session's tab by its place from the left, from 0. */
    public void showInSession(int index) {
        views.selectInSession(index);
    }

    /** Stops what runs, and waits until it is saved. */
    public void close(long waitMs) throws InterruptedException {
        pump.stop();
        workspace.job().stopAndWait(waitMs);
        workspace.suite().stopAndWait(waitMs);
    }

    @Override
    public void openSession() {
        dialogs.session(root.getScene().getWindow()).ifPresent(this::open);
    }

    @Override
    public void openRunFolder() {
        dialogs.runFolder(root.getScene().getWindow(), runs.folder()).ifPresent(this::open);
    }

    private SplitActions splitActions() {
        return new SplitActions() {
            @Override
            public void importSplit() {
                dialogs.openSplit(root.getScene().getWindow()).ifPresent(workspace::importSplit);
            }

            @Override
            public void exportSplit() {
                dialogs.saveSplit(root.getScene().getWindow()).ifPresent(workspace::exportSplit);
            }
        };
    }

    @Override
    public void openDemo() {
        workspace.openDemo(() -> views.select(Shortcut.SESSION));
    }

    @Override
    public void startFit() {
        workspace.startFit();
        if (workspace.job().running().get()) {
            views.select(Shortcut.FIT);
        }
    }

    /** Asks whatever runs to stop. */
    @Override
    public void stop() {
        workspace.job().stop();
        workspace.suite().stop();
    }

    @Override
    public void resume() {
        workspace.resume();
    }

    @Override
    public void startSuite() {
        workspace.startSuite();
        views.select(Shortcut.SUITE);
    }

    @Override
    public void stopSuite() {
        workspace.suite().stop();
    }

    @Override
    public void resumeSuite() {
        workspace.resumeSuite();
    }

    @Override
    public void choosePlan() {
        dialogs.plan(root.getScene().getWindow()).ifPresent(workspace.suite().setup()::choose);
    }

    @Override
    public void openSuiteReport() {
        workspace.openSuiteReport(dialogs::show);
    }

    @Override
    public void openFit(Path runFolder) {
        open(runFolder);
    }

    @Override
    public void showMapping() {
        workspace.showMapping();
    }

    @Override
    public void saveMapping() {
        dialogs.saveMapping(root.getScene().getWindow()).ifPresent(workspace.mapping()::save);
    }

    @Override
    public void loadMapping() {
        dialogs.mapping(root.getScene().getWindow()).ifPresent(workspace.mapping()::load);
    }

    /** One bar: the suite's while one runs, else that of single fits. */
    private StackPane jobs() {
        JobBar fit = new JobBar(workspace.job(), "job");
        JobBar suite = new JobBar(workspace.suite(), "suite-job");
        suite.visibleProperty().bind(workspace.suite().running());
        fit.visibleProperty().bind(workspace.suite().running().not());
        return new StackPane(fit, suite);
    }

    /** A bar of its own: a session may be opened while something runs. */
    private JobBar opening() {
        JobBar bar = new JobBar(workspace.opening(), "opening");
        bar.visibleProperty().bind(workspace.opening().running());
        bar.managedProperty().bind(workspace.opening().running());
        return bar;
    }

    private void pump() {
        workspace.opening().pump();
        workspace.job().pump();
        workspace.suite().pump();
        views.settle();
    }

    @Override
    public void about() {
        workspace.notices().show(Notice.information(About.sentence()));
    }

    private void press(Shortcut shortcut) {
        switch (shortcut) {
            case OPEN -> openSession();
            case OPEN_RUN -> openRunFolder();
            case START -> startFit();
            case STOP -> stop();
            case RESUME -> resume();
            case FIND -> form.find();
            case DARK -> appearance.dark().set(!appearance.dark().get());
            case SESSION, FIT, PSTHS, TIME_CONSTANTS, SUITE -> views.select(shortcut);
            case ABOUT -> about();
            case KEYS -> workspace.notices().show(Notice.information("Keys: " + Shortcut.sheet()));
        }
    }

    /** The command follows everything it is made of. */
    private void showCommand() {
        var configuration = workspace.configuration();
        for (Observable part : new Observable[] {
            configuration.configuration(),
            configuration.valid(),
            configuration.seed(),
            configuration.split(),
            configuration.preset(),
            workspace.session(),
            workspace.job().running()
        }) {
            part.addListener(changed -> command.show(workspace.command()));
        }
        configuration.configuration().subscribe(c -> command.show(workspace.command()));
        configuration.valid().subscribe(c -> command.show(workspace.command()));
    }

    private void acceptDrops() {
        root.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        root.setOnDragDropped(this::dropped);
    }

    private void dropped(DragEvent event) {
        Optional<Path> path =
                event.getDragboard().getFiles().stream().findFirst().map(java.io.File::toPath);
        path.ifPresent(this::open);
        event.setDropCompleted(path.isPresent());
        event.consume();
    }
}
