package org.dalescope.app.ui.mapping;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.ui.control.WrappingPanes;
import org.dalescope.app.ui.task.LatestTask;

/** The view of a mapping, which shows how a session's file is read and lets the user change it. */
public final class MappingView extends BorderPane {
    private static final double LABELS = 32;

    private final MappingViewModel model;
    private final UnitPreview unit;
    private final VBox sections = new VBox();
    private final ScrollPane scroll = new ScrollPane(sections);

    /**
     * A view of a mapping.
     *
     * @param theme the current colours of the charts
     */
    public MappingView(MappingViewModel model, MappingActions actions, Supplier<ChartTheme> theme) {
        this.model = model;
        this.unit = new UnitPreview(new LatestTask(), theme);
        setId("mapping");
        sections.getStyleClass().add("page");
        scroll.setFitToWidth(true);
        setTop(head(actions));
        SplitPane parts = new SplitPane(scroll, unit);
        parts.setDividerPositions(0.55);
        WrappingPanes.stack(parts);
        setCenter(parts);
        setBottom(foot());
        model.formProperty().subscribe(this::show);
        model.sessionProperty().subscribe(unit::show);
    }

    /** Draws the preview in the current colours. */
    public void draw() {
        unit.draw();
    }

    private VBox head(MappingActions actions) {
        Label title = new Label();
        title.getStyleClass().add(Styles.TITLE_3);
        title.setWrapText(true);
        title.textProperty().bind(model.titleProperty());
        Button apply = button("Apply", "map-apply", "Open the session with this mapping", model::apply);
        apply.getStyleClass().add(Styles.ACCENT);
        apply.disableProperty().bind(model.applicableProperty().not());
        FlowPane buttons = new FlowPane(
                apply,
                button("Save mapping...", "map-save", "Write it as JSON for --mapping", actions::saveMapping),
                button("Load mapping...", "map-load", "Read one from a JSON file", actions::loadMapping),
                button("Reset to guess", "map-reset", "Discard the changes made here", model::reset),
                button("Back to the session", "map-back", "Keep the mapping that is in use", model::hide));
        buttons.getStyleClass().add("mapping-buttons");
        VBox head = new VBox(title, origin(), buttons, refusal(), preview());
        head.getStyleClass().add("scope-head");
        return head;
    }

    private Label origin() {
        Label label = wrapped("map-origin");
        label.getStyleClass().addAll("finding", Styles.BG_ACCENT_SUBTLE);
        label.textProperty().bind(model.originProperty());
        label.visibleProperty().bind(model.originProperty().isNotEmpty());
        label.managedProperty().bind(model.originProperty().isNotEmpty());
        return label;
    }

    private Label refusal() {
        Label label = wrapped("map-refusal");
        label.getStyleClass().addAll("finding", Styles.BG_WARNING_SUBTLE);
        label.textProperty().bind(model.refusalProperty());
        label.visibleProperty().bind(model.refusalProperty().isNotEmpty());
        label.managedProperty().bind(model.refusalProperty().isNotEmpty());
        return label;
    }

    private Label preview() {
        Label label = wrapped("map-preview");
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.checkingProperty().get()
                                ? "Reading the file with this mapping..."
                                : model.previewProperty().get().isEmpty()
                                        ? ""
                                        : "The file contains %s."
                                                .formatted(
                                                        model.previewProperty().get()),
                        model.checkingProperty(),
                        model.previewProperty()));
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private VBox foot() {
        Label command = wrapped("map-command");
        command.getStyleClass().add("command-text");
        command.textProperty()
                .bind(Bindings.when(model.commandProperty().isNotEmpty())
                        .then(model.commandProperty())
                        .otherwise("Apply the mapping, or save it, to see the command that repeats it."));
        Button copy = button("Copy", "map-copy", "Copy the command line", () -> Clipboard.getSystemClipboard()
                .setContent(
                        Map.of(DataFormat.PLAIN_TEXT, model.commandProperty().get())));
        copy.getStyleClass().add(Styles.SMALL);
        copy.disableProperty().bind(model.commandProperty().isEmpty());
        VBox foot = new VBox(command, copy);
        foot.getStyleClass().add("configuration-foot");
        return foot;
    }

    /** Shows a new form at the scroll position of the old one, with the same field focused. */
    private void show(List<MappingSection> form) {
        double at = scroll.getVvalue();
        Optional<String> focused = Optional.ofNullable(getScene())
                .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()))
                .flatMap(node -> Optional.ofNullable(node.getId()));
        sections.getChildren().setAll(form.stream().map(this::section).toList());
        layout();
        scroll.setVvalue(at);
        focused.flatMap(id -> Optional.ofNullable(sections.lookup("#" + id))).ifPresent(Node::requestFocus);
    }

    private Node section(MappingSection section) {
        VBox box = new VBox();
        box.getStyleClass().add("mapping-section");
        if (!section.title().isEmpty()) {
            Label heading = new Label(section.title());
            heading.getStyleClass().addAll(Styles.TEXT_BOLD, "section-heading");
            box.getChildren().add(heading);
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        ColumnConstraints labels = new ColumnConstraints();
        labels.setPercentWidth(LABELS);
        labels.setHalignment(HPos.LEFT);
        ColumnConstraints editors = new ColumnConstraints();
        editors.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(labels, editors);
        for (MappingField field : section.fields()) {
            Region editor = MappingFieldEditor.of(field, model);
            Label label = wrapped(field.id() + "-label");
            label.setText(field.label());
            label.setLabelFor(editor);
            label.setTooltip(new Tooltip(field.help()));
            grid.addRow(grid.getRowCount(), label, editor);
        }
        box.getChildren().add(grid);
        for (MappingSection.Change change : section.changes()) {
            Button button = button(change.words(), change.id(), section.title(), () -> model.change(change));
            button.getStyleClass().add(Styles.SMALL);
            box.getChildren().add(button);
        }
        return box;
    }

    private static Label wrapped(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static Button button(String words, String id, String tip, Runnable action) {
        Button button = new Button(words);
        button.setMnemonicParsing(false);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        if (!tip.isEmpty()) {
            button.setTooltip(new Tooltip(tip));
        }
        button.setOnAction(event -> action.run());
        return button;
    }
}
