package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import org.dalescope.app.ui.jobs.JobQueue;
import org.dalescope.app.ui.library.LibraryItem;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.model.run.store.EpochView;
import org.dalescope.model.run.store.RunStatus;
import org.junit.jupiter.api.Test;

/** Fits that wait, pause and go on while a person looks at something else. */
class JobsWindowTest extends WindowFlow {
    @Test
    void aSecondFitWaitsForTheFirstAndTheFirstCanPause() throws TimeoutException {
        openDemo();
        type("training.epochs", "40");
        clickOn("#start-fit");
        await(() -> run().filter(r -> r.history().size() >= 2).isPresent());
        Path first = run().orElseThrow().folder().folder();

        clickOn("#job-pause");
        await(() -> pause().getText().equals("Continue"));
        await(() -> text("#job-detail").endsWith(", paused"));
        await(() -> Files.exists(first.resolve("checkpoint")));
        int paused = run().orElseThrow().history().size();
        await(() -> row(first).startsWith("paused, epoch "));
        assertTrue(text("#context-state").startsWith("paused, "), text("#context-state"));

        type("training.epochs", "3");
        assertTrue(lookup("#start-fit").queryAs(Button.class).getText().startsWith("Queue fit "));
        clickOn("#start-fit");
        assertEquals(1, queue().waiting().size());
        Path second = queue().waiting().getFirst().out();
        assertNotEquals(first, second);
        clickOn("#start-fit");
        assertEquals(2, queue().waiting().size());
        clickOn("#show-jobs");
        clickOn("#cancel-waiting-1");
        assertEquals(1, queue().waiting().size());
        assertEquals(second, queue().waiting().getFirst().out());

        // "Paused" is said once the fit rests: not one more epoch has come since.
        assertEquals(paused, run().orElseThrow().history().size());
        assertTrue(text("#job-detail").startsWith("epoch " + paused + " of 40"), text("#job-detail"));
        clickOn("#job-pause");
        await(() -> queue().waiting().isEmpty() && !window().workspace().busy().get());
        await(() -> run().filter(r -> r.folder().folder().equals(first) && r.status() == RunStatus.FINISHED)
                .isPresent());
        assertEquals(40, run().orElseThrow().history().size());
        interact(() -> window().open(second));
        await(() -> run().filter(r -> r.folder().folder().equals(second)).isPresent());
        assertEquals(3, run().orElseThrow().history().size());
        assertEquals(
                Optional.empty(), window().workspace().notices().shownProperty().get());
    }

    @Test
    void anEarlierRunIsLookedAtWhileAFitRunsAndTwoViewsAtOnce() throws TimeoutException {
        openDemo();
        type("training.epochs", "6");
        clickOn("#start-fit");
        await(() -> run().filter(r -> r.status() == RunStatus.FINISHED).isPresent());
        Path earlier = run().orElseThrow().folder().folder();

        type("training.epochs", "400");
        type("training.patience", "400");
        clickOn("#start-fit");
        await(() -> run().filter(r -> r.isLive() && r.history().size() >= 2).isPresent());
        Path running = run().orElseThrow().folder().folder();
        interact(() -> window().open(earlier));
        await(() -> run().filter(r -> r.folder().folder().equals(earlier)).isPresent());
        double begun = window().workspace().job().progressProperty().get();
        await(() -> window().workspace().job().progressProperty().get() > begun);
        assertEquals(earlier, run().orElseThrow().folder().folder());

        interact(() -> window().showTab(2));
        clickOn("#tab-psths");
        interact(() -> window().split());
        assertEquals(
                "tab-psths",
                lookup("#views-second")
                        .queryAs(TabPane.class)
                        .getTabs()
                        .getFirst()
                        .getId());
        Slider slider = lookup("#epoch").queryAs(Slider.class);
        assertEquals(6, slider.getMax());
        interact(() -> slider.setValue(2));
        RunSnapshot then = window().workspace().epoch().shown().get().orElseThrow();
        assertEquals(Optional.of(2), then.chosen());
        assertEquals(Optional.of(2), then.epochView().map(EpochView::epoch));
        assertTrue(text("#epoch-words").startsWith("epoch 2 of 6"), text("#epoch-words"));
        clickOn("#play-epochs");
        await(() -> !lookup("#play-epochs").queryAs(ToggleButton.class).isSelected());
        assertEquals(
                Optional.of(6), window().workspace().epoch().epochProperty().get());
        clickOn("#epoch-back");
        assertEquals(
                Optional.empty(), window().workspace().epoch().epochProperty().get());

        interact(() -> window().open(running));
        await(() -> run().filter(RunSnapshot::isLive).isPresent());
        interact(() -> slider.setValue(1));
        interact(() -> window().workspace().epoch().sliderReleased());
        assertEquals(
                Optional.empty(), window().workspace().epoch().epochProperty().get());
        clickOn("#hold-epoch");
        interact(() -> slider.setValue(1));
        interact(() -> window().workspace().epoch().sliderReleased());
        assertEquals(
                Optional.of(1), window().workspace().epoch().epochProperty().get());
        clickOn("#stop-fit");
        await(() -> run().filter(r -> r.status() == RunStatus.STOPPED).isPresent());
        interact(() -> window().saveState());
    }

    /** What the library says of a run below its name. */
    private String row(Path folder) {
        return window().workspace().library().items().stream()
                .filter(item -> item.path().equals(Optional.of(folder)))
                .map(LibraryItem::detail)
                .findFirst()
                .orElse("");
    }

    private ToggleButton pause() {
        return lookup("#job-pause").queryAs(ToggleButton.class);
    }

    private JobQueue queue() {
        return window().workspace().queue();
    }
}
