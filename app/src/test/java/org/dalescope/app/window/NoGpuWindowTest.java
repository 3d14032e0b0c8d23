package org.dalescope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.dalescope.app.window.notice.Notice;
import org.dalescope.model.engine.EngineRequest;
import org.dalescope.model.engine.Engines;
import org.dalescope.model.libtorch.LibtorchChoice;
import org.dalescope.model.run.RunStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody chose a libtorch that has no GPU: the fit goes on with the processor, and the window says why. */
class NoGpuWindowTest extends WindowFlow {
    @Override
    protected Engines.Source engines(int threads) {
        return (size, preferred, notes) -> Engines.open(EngineRequest.of("auto", "auto", 1), size, notes);
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
        List<Notice> asItBegan = new CopyOnWriteArrayList<>();
        interact(() -> {
            var notices = window().workspace().notices();
            notices.show(Notice.information("of before"));
            // Queued from within the start: whatever the start takes off later would also take off what the fit says.
            window().workspace()
                    .job()
                    .title()
                    .subscribe((was, now) ->
                            Platform.runLater(() -> notices.shown().get().ifPresent(asItBegan::add)));
        });
        clickOn("#start-fit");
        await(() -> run().filter(r -> r.status() == RunStatus.FINISHED).isPresent());
        assertTrue(asItBegan.stream().noneMatch(n -> n.sentence().equals("of before")), "taken off too late");
        Notice notice = window().workspace().notices().shown().get().orElseThrow();
        assertTrue(
                notice.sentence().startsWith("The GPU is not used: " + lib + " is a CPU build of libtorch"),
                notice::sentence);
        assertEquals(Notice.Kind.INFORMATION, notice.kind());
    }
}
