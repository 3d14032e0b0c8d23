package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.engine.libtorch.store.LibtorchChoice;
import org.dalescope.model.run.store.RunStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody chose a libtorch that has no GPU: the fit goes on with the processor, and the window says why. */
class NoGpuWindowTest extends WindowFlow {
    @Override
    protected EngineFactory.Source engines(int threads) {
        return (size, preferred, notes) -> EngineFactory.open(EngineRequest.of("auto", "auto", 1), size, notes);
    }

    @AfterEach
    void noneIsChosen() {
        System.clearProperty(LibtorchChoice.GIVEN);
    }

    @Test
    void theFitRunsOnTheProcessorAndTheReasonIsOnShow() throws IOException, TimeoutException {
        Path lib = Files.createDirectories(folder.resolve("libtorch").resolve("lib"));
        for (String library : List.of("torch", "torch_cpu")) {
            Files.createFile(lib.resolve(System.mapLibraryName(library)));
        }
        Files.writeString(lib.resolveSibling("build-version"), "2.7.1+cpu");
        System.setProperty(LibtorchChoice.GIVEN, folder.resolve("libtorch").toString());
        openDemo();
        type("training.epochs", "2");
        List<Notification> asItBegan = new CopyOnWriteArrayList<>();
        interact(() -> {
            var notices = window().workspace().notices();
            notices.show(Notification.information("of before"));
            // Queued from within the start: whatever the start takes off later would also take off what the fit says.
            window().workspace()
                    .job()
                    .titleProperty()
                    .subscribe((was, now) -> Platform.runLater(
                            () -> notices.shownProperty().get().ifPresent(asItBegan::add)));
        });
        clickOn("#start-fit");
        await(() -> run().filter(r -> r.status() == RunStatus.FINISHED).isPresent());
        assertTrue(asItBegan.stream().noneMatch(n -> n.sentence().equals("of before")), "taken off too late");
        Notification notice =
                window().workspace().notices().shownProperty().get().orElseThrow();
        assertTrue(
                notice.sentence().startsWith("The GPU is not used: " + lib + " is a CPU build of libtorch"),
                notice::sentence);
        assertEquals(Notification.Kind.INFORMATION, notice.kind());
    }
}
