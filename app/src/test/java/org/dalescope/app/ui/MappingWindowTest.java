package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.dalescope.app.SmallNwb;
import org.dalescope.app.ui.session.OpenSession;
import org.dalescope.model.run.store.RunStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file is understood otherwise by hand, and a fit keeps how. */
class MappingWindowTest extends WindowFlow {
    @AfterEach
    void noPageWasAskedFor() {
        assertEquals(Optional.empty(), shown);
    }

    @Test
    void aGuessIsLookedAtChangedSavedAndFitted() throws IOException, TimeoutException {
        Path file = folder.resolve("arrays.npz");
        ExampleArrays.write(file);
        answer = Optional.of(file);
        clickOn("#open-session");
        await(() -> session().isPresent());
        clickOn("#show-mapping");
        await(() -> lookup("#mapping").query().isVisible());
        interact(() -> choice("#map-type-3").getSelectionModel().select(1));
        await(() -> lookup("#map-preview").queryAs(Label.class).getText().contains("4 I"));
        await(() -> !lookup("#map-apply").query().isDisabled());
        clickOn("#map-apply");
        await(() -> session().filter(s -> s.mappingFile().isPresent()).isPresent());
        Path kept = session().orElseThrow().mappingFile().orElseThrow();
        assertTrue(lookup("#map-command").queryAs(Label.class).getText().endsWith("--mapping " + kept));
        String command = lookup("#command").queryAs(TextArea.class).getText();
        assertTrue(command.contains("--mapping " + kept), command);

        answer = Optional.of(folder.resolve("saved.json"));
        clickOn("#map-save");
        await(() -> Files.exists(folder.resolve("saved.json")));
        assertEquals(Files.readString(kept), Files.readString(folder.resolve("saved.json")));
        clickOn("#map-back");
        await(() -> !lookup("#mapping").query().isVisible());

        interact(() -> window().workspace()
                .configuration()
                .setting("training.epochs")
                .textProperty()
                .set("1"));
        clickOn("#start-fit");
        await(() -> window().workspace()
                .runProperty()
                .get()
                .filter(r -> r.status() == RunStatus.FINISHED)
                .isPresent());
        Path run =
                window().workspace().runProperty().get().orElseThrow().folder().folder();
        assertEquals(Files.readString(kept), Files.readString(run.resolve("mapping.json")));
        assertTrue(Files.readString(run.resolve("run.json")).contains("--mapping " + kept));
    }

    @Test
    void timesThatCannotBeSecondsAreReadOnceConfirmed() throws TimeoutException {
        answer = Optional.of(milliseconds());
        clickOn("#open-session");
        await(() -> lookup("#apply-suggestion").tryQuery().isPresent());
        assertTrue(lookup("#notice").queryAs(Label.class).getText().contains("cannot be in seconds"));
        clickOn("#choose-mapping");
        await(() -> lookup("#mapping").query().isVisible());
        assertTrue(lookup("#map-refusal").queryAs(Label.class).getText().contains("cannot be in seconds"));
        interact(() -> choice("#map-time_unit-spikes_s").getSelectionModel().select(2));
        await(() -> !lookup("#map-apply").query().isDisabled());
        Node earlier = lookup("#apply-suggestion").query();
        clickOn("#open-session");
        // Opening takes the earlier message away and shows another one with a button of its own.
        await(() -> lookup("#apply-suggestion")
                .tryQuery()
                .filter(now -> !now.equals(earlier))
                .isPresent());
        clickOn("#apply-suggestion");
        await(() -> session().filter(s -> s.session().trials() == 20).isPresent());
    }

    /** Two units with a spike every 100 and 130 ms for 60 s, told in ms; twenty trials of 2 s. */
    private Path milliseconds() {
        Path file = folder.resolve("ms.nwb");
        double[] spikes = new double[600 + 461];
        Arrays.setAll(spikes, i -> i < 600 ? 100.0 * i : 130.0 * (i - 600));
        SmallNwb.write(file, spikes, 600, 20);
        return file;
    }

    private Optional<OpenSession> session() {
        return window().workspace().sessionProperty().get();
    }

    private ComboBox<?> choice(String id) {
        return lookup(id).queryAs(ComboBox.class);
    }
}
