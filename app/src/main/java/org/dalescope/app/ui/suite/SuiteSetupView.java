package org.dalescope.app.ui.suite;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.dalescope.app.ui.configure.SplitChoice;
import org.dalescope.app.ui.control.NumberField;
import org.jspecify.annotations.Nullable;

/**
 * The pane of the suite view that sets up a new suite: a line of choices, an outline of the suite, and the command that
 * does the same.
 */
final class SuiteSetupView extends TitledPane {
    private final SuiteSetup setup;

    /**
     * The pane.
     *
     * @param busy whether something runs already
     */
    SuiteSetupView(SuiteSetup setup, SuiteActions actions, BooleanBinding busy) {
        this.setup = setup;
        setText("New suite");
        setId("suite-setup");
        setAnimated(false);
        getStyleClass().addAll(Styles.DENSE, "suite-setup");
        FlowPane choices = new FlowPane(
                field("Plan", plans()),
                file(actions),
                field("Seeds", seeds()),
                field("Split", split()),
                field("Fits at once", atOnce()),
                changes());
        if (setup.isClusterAvailable()) {
            choices.getChildren().add(cluster());
        }
        choices.getChildren().add(start(actions, busy));
        choices.getStyleClass().add("control-row");
        Label outline = wrapped("suite-outline");
        outline.textProperty().bind(setup.outline());
        outline.visibleProperty().bind(setup.outline().isNotEmpty());
        outline.managedProperty().bind(setup.outline().isNotEmpty());
        Label problem = wrapped("suite-problem");
        problem.getStyleClass().add(Styles.DANGER);
        problem.textProperty().bind(setup.problem());
        problem.visibleProperty().bind(setup.problem().isNotEmpty());
        problem.managedProperty().bind(setup.problem().isNotEmpty());
        VBox box = new VBox(choices, outline, problem, command());
        box.getStyleClass().add("suite-setup-body");
        setContent(box);
    }

    private static Label wrapped(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static HBox field(String words, Control editor) {
        Label label = new Label(words);
        label.setLabelFor(editor);
        label.setMinWidth(Region.USE_PREF_SIZE);
        editor.setAccessibleText(words);
        HBox line = new HBox(label, editor);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("setting-line");
        return line;
    }

    private ComboBox<String> plans() {
        ComboBox<String> box = new ComboBox<>(setup.plans());
        box.setId("suite-plan");
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String word) {
                return word == null ? "" : String.valueOf(Path.of(word).getFileName());
            }

            @Override
            public String fromString(String word) {
                return word;
            }
        });
        box.valueProperty().bindBidirectional(setup.planProperty());
        return box;
    }

    private static Button file(SuiteActions actions) {
        Button file = new Button("Plan file...");
        file.setId("suite-plan-file");
        file.setTooltip(new Tooltip("Choose a PLAN.json of your own"));
        file.setOnAction(event -> actions.choosePlan());
        return file;
    }

    private TextField seeds() {
        TextField field = new TextField();
        field.setId("suite-seeds");
        field.setPromptText("the plan's");
        field.setTooltip(new Tooltip("Number of seeds, or a list of seeds such as 3,7,42"));
        field.getStyleClass().add("seeds-field");
        field.textProperty().bindBidirectional(setup.seedsProperty());
        return field;
    }

    private ComboBox<SplitChoice> split() {
        ComboBox<SplitChoice> box = new ComboBox<>(FXCollections.observableArrayList(SplitChoice.values()));
        box.setId("suite-split");
        box.valueProperty().bindBidirectional(setup.splitProperty());
        box.setTooltip(new Tooltip("The same choice as in the configuration"));
        return box;
    }

    private TextField atOnce() {
        TextField field = new NumberField();
        field.setId("suite-at-once");
        field.setTooltip(new Tooltip("The results do not depend on it"));
        field.getStyleClass().add("short-field");
        field.textProperty().bindBidirectional(setup.atOnceProperty());
        return field;
    }

    private CheckBox changes() {
        CheckBox box = new CheckBox();
        box.setMnemonicParsing(false);
        box.setId("suite-changes");
        var count = setup.configuration().changes();
        box.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> "with the configuration's %s%s"
                                .formatted(count.get(), count.get() == 1 ? " change" : " changes"),
                        count));
        box.setTooltip(new Tooltip("Applies the changed settings on the right to every arm, as --set does"));
        box.selectedProperty().bindBidirectional(setup.withChangesProperty());
        box.disableProperty().bind(count.isEqualTo(0));
        return box;
    }

    private CheckBox cluster() {
        CheckBox box = new CheckBox("on the SLURM cluster");
        box.setId("suite-on-cluster");
        box.setTooltip(new Tooltip("As a job array with one task per fit. You can close this window in the meantime."));
        box.selectedProperty().bindBidirectional(setup.onClusterProperty());
        return box;
    }

    private Button start(SuiteActions actions, BooleanBinding busy) {
        Button start = new Button("Start suite");
        start.setId("start-suite");
        start.getStyleClass().add(Styles.ACCENT);
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.disableProperty().bind(setup.problem().isNotEmpty());
        start.textProperty().bind(Bindings.when(busy).then("Queue suite").otherwise("Start suite"));
        start.setOnAction(event -> actions.startSuite());
        return start;
    }

    private HBox command() {
        TextField text = new TextField();
        text.setId("suite-command");
        text.setEditable(false);
        text.getStyleClass().add("command-text");
        text.setAccessibleText("The command that runs this suite");
        text.textProperty().bind(setup.commandText());
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = new Button("Copy");
        copy.getStyleClass().add(Styles.SMALL);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setAccessibleText("Copy the command line");
        copy.setOnAction(
                event -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.getText())));
        Label label = new Label("As a command");
        label.setLabelFor(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(label, text, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("setting-line");
        line.visibleProperty().bind(setup.commandText().isNotEmpty());
        line.managedProperty().bind(setup.commandText().isNotEmpty());
        return line;
    }

    /** Opens the pane if no suite is shown, and closes it if one is shown. */
    void unfold(Optional<SuiteSnapshot> shown) {
        setExpanded(shown.isEmpty());
    }
}
