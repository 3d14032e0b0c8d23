package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import org.dalescope.app.CountsFile;
import org.dalescope.app.ui.session.OpenSession;
import org.dalescope.model.network.inputs.ReceptiveFields.FieldOfNeuron;
import org.dalescope.model.session.format.dalescope.SessionArchive;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.junit.jupiter.api.Test;

/** What belongs to one session stays with it: settings that name its parts, and the mapping that was applied to its file. */
class SessionSettingsWindowTest extends WindowFlow {
    @Test
    void settingsOfOneSessionAreNotSentWithTheNext() throws TimeoutException, InterruptedException {
        Path first = file("first", 60);
        Path second = file("second", 90);
        open(first);
        await(() -> lookup("5: 3 E, 2 I").tryQuery().isPresent());
        set("data.neuron_types", "1=I");
        set("data.exclude_trials", "4");
        await(() -> lookup("5: 2 E, 3 I").tryQuery().isPresent());
        await(() -> lookup("1 trial; 1 cell type corrected").tryQuery().isPresent());
        set("training.epochs", "3");
        assertTrue(command().contains("data.neuron_types=1=I"), command());

        open(second);
        assertEquals("", of("data.neuron_types"));
        assertEquals("", of("data.exclude_trials"));
        assertEquals("3", of("training.epochs"));
        await(() -> command().contains("second.npz") && !command().contains("neuron_types"));
        await(() -> text("#notice").contains("data.exclude_trials = 4; data.neuron_types = 1=I"));
        clickOn("#session-settings");
        await(() -> of("data.neuron_types").equals("1=I")
                && of("data.exclude_trials").equals("4"));
        set("data.neuron_types", "");
        set("data.exclude_trials", "");

        open(first);
        assertEquals("1=I", of("data.neuron_types"));
        assertEquals("4", of("data.exclude_trials"));
        await(() -> text("#notice").contains("are in use again: data.exclude_trials = 4; data.neuron_types = 1=I"));
        interact(() -> window().workspace().notices().dismiss());
        open(first);
        assertEquals("1=I", of("data.neuron_types"));
        assertEquals(
                Optional.empty(), window().workspace().notices().shownProperty().get());

        restart();
        assertEquals("1=I", of("data.neuron_types"));
        open(second);
        assertEquals("", of("data.neuron_types"));
        restart();
        open(first);
        assertEquals("1=I", of("data.neuron_types"));
        assertEquals("3", of("training.epochs"));
    }

    /** The page of inputs follows the rules of the form, and a receptive field is corrected in its table. */
    @Test
    void theInputsOfEveryUnitAreShownAndFieldsAreCorrected() throws TimeoutException, InterruptedException {
        Path file = folder.resolve("places.dalescope");
        SessionArchive.write(SyntheticSession.of(new SyntheticSettings(6, 2, 80, 52, 25, 0, 3)), file);
        open(file);
        selectPage(1);
        assertEquals(List.of(), fieldsOfNeurons(), "no rule needs receptive fields");
        selectPage(4);
        await(() -> text("#inputs-message").contains("Every input drives every unit"));
        set("network.inputs.rules", "target_loc_*=field");
        await(() -> lookup("#receptive-fields").tryQuery().isPresent()
                && fields().getItems().size() == 8);
        assertEquals(0, fields().getItems().getFirst().neuron());
        interact(() -> fields().getSelectionModel().select(0));
        interact(() -> lookup("#correct-field").<String>queryComboBox().setValue("3"));
        await(() -> of("network.inputs.fields").equals("0=3"));
        await(() -> fields().getItems().getFirst().source().equals("given"));
        assertEquals("3", fields().getItems().getFirst().label());
        selectPage(1);
        await(() -> fieldsOfNeurons().getFirst().equals("3"));
        assertEquals(8, fieldsOfNeurons().size());
        selectPage(4);
        clickOn("#undo-curation");
        await(() -> of("network.inputs.fields").isEmpty()
                && !fields().getItems().getFirst().source().equals("given"));
        // Drawn again, the chart still has the light background.
        awaitWhite("#inputs");
        set("network.inputs.rules", "target_lc_1=I");
        await(() -> text("#inputs-message").contains("the nearest is 'target_loc_1'"));
    }

    private void selectPage(int page) {
        interact(() -> lookup("#session-views")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .select(page));
    }

    /** The receptive fields in the table of neurons; none if it has no such column. */
    private List<String> fieldsOfNeurons() {
        List<String> texts = new ArrayList<>();
        interact(() -> {
            TableView<?> neurons = lookup("#neurons").queryTableView();
            neurons.getColumns().stream()
                    .filter(column -> column.getText().equals("Field"))
                    .forEach(column -> {
                        for (int row = 0; row < neurons.getItems().size(); row++) {
                            texts.add(String.valueOf(column.getCellData(row)));
                        }
                    });
        });
        return texts;
    }

    /** Waits until the corner of a chart has the light background. */
    private void awaitWhite(String chart) throws TimeoutException, InterruptedException {
        await(() -> {
            AtomicBoolean white = new AtomicBoolean();
            interact(() -> white.set(lookup(chart)
                            .query()
                            .snapshot(null, null)
                            .getPixelReader()
                            .getColor(6, 6)
                            .getBrightness()
                    > 0.95));
            return white.get();
        });
    }

    private TableView<FieldOfNeuron> fields() {
        return lookup("#receptive-fields").queryTableView();
    }

    @Test
    void aMappingIsUsedAgainOnAnotherDayAndSaysSo() throws IOException, TimeoutException, InterruptedException {
        Path file = folder.resolve("arrays.npz");
        ExampleArrays.write(file);
        open(file);
        clickOn("#show-mapping");
        await(() -> lookup("#mapping").query().isVisible());
        interact(() -> lookup("#map-type-3")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(1));
        await(() -> !lookup("#map-apply").query().isDisabled());
        assertFalse(lookup("#map-origin").query().isVisible());
        clickOn("#map-apply");
        await(() -> session().filter(s -> s.mappingFile().isPresent()).isPresent());
        Path kept = session().orElseThrow().mappingFile().orElseThrow();

        restart();
        open(file);
        assertEquals(Optional.of(kept), session().orElseThrow().mappingFile());
        await(() -> text("#notice").contains(kept.toString()));
        await(() -> command().contains("--mapping " + kept));
        clickOn("#look-at-mapping");
        await(() -> lookup("#map-origin").query().isVisible());
        assertTrue(lookup("#map-origin").queryAs(Label.class).getText().contains(kept.toString()));
        interact(() -> lookup("#map-type-3")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(0));
        await(() -> !lookup("#map-origin").query().isVisible());

        Path moved = Files.move(file, folder.resolve("renamed.npz"));
        open(moved);
        await(() ->
                session().filter(s -> s.mappingFile().equals(Optional.of(kept))).isPresent());
        clickOn("#guess-mapping");
        await(() -> session().filter(s -> s.mappingFile().isEmpty()).isPresent());
        open(moved);
        assertEquals(Optional.empty(), session().orElseThrow().mappingFile());
    }

    @Test
    void onAnotherDayTheLibraryListsWhatWasOpenedAndNotWhatWasRefused()
            throws IOException, TimeoutException, InterruptedException {
        Path damaged = Files.writeString(folder.resolve("damaged.mat"), "not a session");
        Path good = file("good", 60);
        open(good);
        interact(() -> window().open(damaged));
        await(() -> text("#notice").contains("damaged.mat"));
        restart();
        await(() -> listed(good));
        assertFalse(listed(damaged));
    }

    private boolean listed(Path file) {
        return window().workspace().library().items().stream()
                .anyMatch(item -> item.path().equals(Optional.of(file)));
    }

    private void open(Path file) throws TimeoutException {
        Optional<OpenSession> before = session();
        interact(() -> window().open(file));
        await(() -> !session().equals(before)
                && session().orElseThrow().session().source().file().equals(file));
    }

    private Optional<OpenSession> session() {
        return window().workspace().sessionProperty().get();
    }

    private void set(String key, String text) {
        interact(() ->
                window().workspace().configuration().setting(key).textProperty().set(text));
    }

    private String of(String key) {
        return window().workspace().configuration().setting(key).textProperty().get();
    }

    private String command() {
        return lookup("#command").queryAs(TextArea.class).getText();
    }

    private Path file(String name, int trials) {
        return CountsFile.write(folder.resolve(name + ".npz"), trials);
    }
}
