package org.dalescope.app.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.dalescope.app.ui.command.FileDialogs;
import org.dalescope.app.ui.shell.MainWindow;
import org.dalescope.app.ui.task.FrameWaiter;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.engine.choice.RequestedEngines;
import org.dalescope.model.run.store.RunLibrary;

/** The JavaFX application that starts the desktop window; public because JavaFX creates it. */
public final class DalescopeWindow extends Application {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final long SAVE_MS = 60_000;
    private Optional<MainWindow> window = Optional.empty();

    @Override
    public void start(Stage stage) {
        MainWindow main = new MainWindow(
                RunLibrary.standard(), DalescopeWindow::engines, FileDialogs.desktop(getHostServices()::showDocument));
        window = Optional.of(main);
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> main.failed(thrown));
        Scene scene = new Scene(main.root(), WIDTH, HEIGHT);
        main.install(scene);
        main.restorePanes(WIDTH);
        stage.setTitle("Dalescope");
        stage.getIcons()
                .add(new Image(Objects.requireNonNull(getClass().getResource("/org/dalescope/window/icon.png"), "icon")
                        .toExternalForm()));
        stage.setMinWidth(720);
        stage.setMinHeight(480);
        stage.setScene(scene);
        main.restorePosition(stage);
        stage.setOnCloseRequest(event -> {
            if (main.workspace().busy().get()) {
                event.consume();
                main.closeWhenSaved(Platform::exit);
            }
        });
        stage.show();
        ProcessHandle.current().info().startInstant().ifPresent(begun -> sayWhenDrawn(main, begun));
        apply(main, getParameters().getNamed());
    }

    /** Logs the start-up time: the first frame has been drawn when the second one begins. */
    private static void sayWhenDrawn(MainWindow main, Instant begun) {
        FrameWaiter.from(2, () -> {
            main.opened(Duration.between(begun, Instant.now()));
            return false;
        });
    }

    @Override
    public void stop() throws InterruptedException {
        if (window.isPresent()) {
            window.get().saveState();
            window.get().close(SAVE_MS);
        }
    }

    private static EngineFactory.Source engines(int threads) {
        return new RequestedEngines(EngineRequest.of("auto", "auto", threads), threads);
    }

    private static void apply(MainWindow main, Map<String, String> parameters) {
        boolean fit = Boolean.parseBoolean(parameters.get("fit"));
        Optional<Path> path = Optional.ofNullable(parameters.get("open")).map(Path::of);
        if (fit) {
            main.openAndFit(path);
        } else {
            path.ifPresent(main::open);
        }
    }
}
