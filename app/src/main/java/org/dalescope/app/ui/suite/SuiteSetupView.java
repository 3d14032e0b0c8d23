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
import org.dalescope.app.text.Messages;
import org.dalescope.app.ui.configure.SplitChoice;
import org.dalescope.app.ui.control.NumberField;
import org.jspecify.annotations.Nullable;

/** Sets up a suite: one line of choices, what it will do, and the command that does the same. */
final class SuiteSetupView extends TitledPane {
    private final SuiteSetup setup;

    /**
     * The pane.
     *
     * @param busy whether something runs already
     */
    SuiteSetupView(SuiteSetup setup, SuiteActions actions, BooleanBinding busy) {
        this.setup = setup;
        setText(Messages.of("suite.new-suite"));
        setId("suite-setup");
        setAnimated(false);
        getStyleClass().addAll(Styles.DENSE, "suite-setup");
        FlowPane choices = new FlowPane(
                field(Messages.of("suite.plan"), plans()),
                file(actions),
                field(Messages.of("suite.seeds-2"), seeds()),
                field(Messages.of("suite.split"), split()),
                field(Messages.of("suite.fits-at-once"), atOnce()),
                changes());
        if (setup.clusterIsThere()) {
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
        Button file = new Button(Messages.of("suite.plan-file"));
        file.setId("suite-plan-file");
        file.setTooltip(new Tooltip(Messages.of("suite.choose-a-plan-json")));
        file.setOnAction(event -> actions.choosePlan());
        return file;
    }

    private TextField seeds() {
        TextField field = new TextField();
        field.setId("suite-seeds");
        field.setPromptText(Messages.of("suite.the-plans"));
        field.setTooltip(new Tooltip(Messages.of("suite.a-number-of-seeds")));
        field.getStyleClass().add("seeds-field");
        field.textProperty().bindBidirectional(setup.seedsProperty());
        return field;
    }

    private ComboBox<SplitChoice> split() {
        ComboBox<SplitChoice> box = new ComboBox<>(FXCollections.observableArrayList(SplitChoice.values()));
        box.setId("suite-split");
        box.valueProperty().bindBidirectional(setup.splitProperty());
        box.setTooltip(new Tooltip(Messages.of("suite.the-same-choice-as")));
        return box;
    }

    private TextField atOnce() {
        TextField field = new NumberField();
        field.setId("suite-at-once");
        field.setTooltip(new Tooltip(Messages.of("suite.the-results-do-not")));
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
                        () -> Messages.of(
                                "suite.with-the-configurations",
                                count.get(),
                                count.get() == 1
                                        ? " " + Messages.of("suite.change")
                                        : " " + Messages.of("suite.changes")),
                        count));
        box.setTooltip(new Tooltip(Messages.of("suite.sets-what-differs-from")));
        box.selectedProperty().bindBidirectional(setup.withChangesProperty());
        box.disableProperty().bind(count.isEqualTo(0));
        return box;
    }

    private CheckBox cluster() {
        CheckBox box = new CheckBox(Messages.of("suite.on-the-slurm-cluster"));
        box.setId("suite-on-cluster");
        box.setTooltip(new Tooltip(Messages.of("suite.as-a-job-array")));
        box.selectedProperty().bindBidirectional(setup.onClusterProperty());
        return box;
    }

    private Button start(SuiteActions actions, BooleanBinding busy) {
        Button start = new Button(Messages.of("suite.start-suite"));
        start.setId("start-suite");
        start.getStyleClass().add(Styles.ACCENT);
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.disableProperty().bind(setup.problem().isNotEmpty());
        start.textProperty()
                .bind(Bindings.when(busy)
                        .then(Messages.of("suite.queue-suite"))
                        .otherwise(Messages.of("suite.start-suite")));
        start.setOnAction(event -> actions.startSuite());
        return start;
    }

    private HBox command() {
        TextField text = new TextField();
        text.setId("suite-command");
        text.setEditable(false);
        text.getStyleClass().add("command-text");
        text.setAccessibleText(Messages.of("suite.the-command-that-runs"));
        text.textProperty().bind(setup.commandText());
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = new Button(Messages.of("suite.copy"));
        copy.getStyleClass().add(Styles.SMALL);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setAccessibleText(Messages.of("suite.copy-the-command-line"));
        copy.setOnAction(
                event -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.getText())));
        Label label = new Label(Messages.of("suite.as-a-command"));
        label.setLabelFor(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(label, text, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("setting-line");
        line.visibleProperty().bind(setup.commandText().isNotEmpty());
        line.managedProperty().bind(setup.commandText().isNotEmpty());
        return line;
    }

    /** Opens the pane where there is no suite to look at, and folds it where there is. */
    void unfold(Optional<SuiteSnapshot> shown) {
        setExpanded(shown.isEmpty());
    }
}
