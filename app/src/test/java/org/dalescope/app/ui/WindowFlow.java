package org.dalescope.app.ui;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.dalescope.app.ui.command.FileDialogs;
import org.dalescope.app.ui.control.ChartFrame;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.app.ui.shell.MainWindow;
import org.dalescope.app.ui.task.FrameWaiter;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.run.store.RunLibrary;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartViewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.service.query.EmptyNodeQueryException;
import org.testfx.util.WaitForAsyncUtils;

/** A window with a library of its own, moved as a person moves it: the ground of all robot tests. */
abstract class WindowFlow extends ApplicationTest {
    private static final int DEADLINE_SECONDS = Integer.getInteger("dalescope.tests.deadline", 300);

    /** The form fills its sections in the frames after the third, one in each. */
    private static final int FIRST_PICTURES = 20;

    @TempDir
    Path folder = Path.of("");

    /** What every file dialog answers. */
    protected Optional<Path> answer = Optional.empty();

    /** The page that the desktop's browser was asked to show last. */
    protected volatile Optional<Path> shown = Optional.empty();

    private Optional<MainWindow> opened = Optional.empty();

    /** All tests of a process share one stage, which may have the size and the place that another test gave it. */
    @Override
    public void start(Stage stage) {
        stage.setMaximized(false);
        show(stage);
        stage.sizeToScene();
        stage.setX(0);
        stage.setY(0);
    }

    /** Closes the window and opens it again, as on another day. */
    protected void restart() throws InterruptedException {
        Stage stage = (Stage) window().root().getScene().getWindow();
        interact(window()::saveState);
        window().close(30_000);
        interact(() -> show(stage));
        interact(window()::showSidePanes);
    }

    private void show(Stage stage) {
        MainWindow window = window(folder.resolve("runs"));
        opened = Optional.of(window);
        Scene scene = new Scene(window.root(), 990, 900);
        window.install(scene);
        window.restorePanes(990);
        stage.setScene(scene);
        stage.show();
    }

    /** Another window, over a library of its own. */
    protected MainWindow window(Path library) {
        return new MainWindow(new RunLibrary(library), this::engines, dialogs());
    }

    /** A robot that clicks before the window has its first pictures finds its buttons somewhere else. */
    @BeforeEach
    void waitForPictures() throws TimeoutException {
        AtomicBoolean drawn = new AtomicBoolean(false);
        interact(() -> FrameWaiter.from(FIRST_PICTURES, () -> {
            drawn.set(true);
            return false;
        }));
        await(drawn::get);
        // The screen of the tests is so narrow that the window hides its side panes by itself.
        interact(window()::showSidePanes);
    }

    @AfterEach
    void close() throws InterruptedException {
        window().close(30_000);
    }

    /** Opens a fit's engine. */
    protected EngineFactory.Source engines(int offered) {
        return (size, preferred, notes) -> new FusedEngine(threads(offered));
    }

    /** How many threads a fit gets of those that the window would give it. */
    protected int threads(int offered) {
        return 1;
    }

    protected MainWindow window() {
        return opened.orElseThrow();
    }

    protected Optional<RunSnapshot> run() {
        return window().workspace().runProperty().get();
    }

    protected void openDemo() throws TimeoutException {
        clickOn("#open-demo");
        await(() -> window().workspace().sessionProperty().get().isPresent());
        await(() -> !lookup("#start-fit").query().isDisabled());
    }

    /** Chooses a plan of two arms with two seeds each, of two epochs. */
    protected void chooseTinyPlan() throws IOException {
        choosePlan("""
                {"name": "tiny", "settings": {"training": {"epochs": 2}}, "seeds": [1, 2],
                 "arms": [{"name": "l2", "settings": {"loss": {"l2": 0.1}}}]}""");
    }

    /** Chooses a plan file with this content in the tab Suite. */
    protected void choosePlan(String plan) throws IOException {
        answer = Optional.of(Files.writeString(folder.resolve("plan.json"), plan));
        clickOn("#tab-suite");
        clickOn("#suite-plan-file");
    }

    /** Writes into a field of the form, which is found as a person finds it: by searching its key. */
    protected void type(String key, String text) {
        interact(() -> lookup("#find-setting").queryAs(TextField.class).setText(key));
        WaitForAsyncUtils.waitForFxEvents();
        doubleClickOn("#set-" + key.replace('.', '-')).eraseText(6).write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    protected TextField field(String key) {
        return lookup("#set-" + key.replace('.', '-')).queryAs(TextField.class);
    }

    protected String text(String id) {
        return lookup(id).queryAs(Label.class).getText();
    }

    /** The horizontal axis of a chart. */
    protected ValueAxis x(String id) {
        return ((ChartViewer) lookup(id)
                        .queryAs(ChartFrame.class)
                        .getChildrenUnmodifiable()
                        .getFirst())
                .getChart()
                .getXYPlot()
                .getDomainAxis();
    }

    /** Turns the wheel over the middle of a chart or another node. */
    protected static void wheel(Node node, double delta, boolean control) {
        Node canvas = Optional.ofNullable(node.lookup("ChartCanvas")).orElse(node);
        Point2D middle = canvas.localToScene(
                canvas.getLayoutBounds().getWidth() / 2,
                canvas.getLayoutBounds().getHeight() / 2);
        Event.fireEvent(
                canvas,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        canvas.getLayoutBounds().getWidth() / 2,
                        canvas.getLayoutBounds().getHeight() / 2,
                        middle.getX(),
                        middle.getY(),
                        false,
                        control,
                        false,
                        false,
                        false,
                        false,
                        0,
                        delta,
                        0,
                        delta,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(canvas, middle.getX(), middle.getY())));
    }

    /** Waits for a condition on the window's thread. A node that is not there yet is a condition that does not hold yet. */
    protected static void await(Callable<Boolean> condition) throws TimeoutException {
        Callable<Boolean> whenThere = () -> {
            try {
                return condition.call();
            } catch (EmptyNodeQueryException e) {
                return false;
            }
        };
        WaitForAsyncUtils.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(whenThere)
                .get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The headless platform has no dialogs: each gives {@link #answer}, and a page that is to be shown is kept. */
    private FileDialogs dialogs() {
        return (FileDialogs) Proxy.newProxyInstance(
                FileDialogs.class.getClassLoader(), new Class<?>[] {FileDialogs.class}, (proxy, method, arguments) -> {
                    if (method.getReturnType() == Optional.class) {
                        return answer;
                    }
                    shown = Optional.of((Path) arguments[0]);
                    return null;
                });
    }
}
