package org.dalescope.app.window.mapping;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
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
import org.dalescope.app.words.Words;

/** How a file was understood, to look at and to change. */
public final class MappingView extends BorderPane {
    private static final double LABELS = 32;

    private final MappingViewModel model;
    private final VBox sections = new VBox();
    private final ScrollPane scroll = new ScrollPane(sections);

    public MappingView(MappingViewModel model, MappingActions actions) {
        this.model = model;
        setId("mapping");
        sections.getStyleClass().add("page");
        scroll.setFitToWidth(true);
        setTop(head(actions));
        setCenter(scroll);
        setBottom(foot());
        model.form().subscribe(this::show);
    }

    private VBox head(MappingActions actions) {
        Label title = new Label();
        title.getStyleClass().add(Styles.TITLE_3);
        title.setWrapText(true);
        title.textProperty().bind(model.title());
        Button apply =
                button(Words.of("mapping.apply"), "map-apply", Words.of("mapping.open-the-session-as"), model::apply);
        apply.getStyleClass().add(Styles.ACCENT);
        apply.disableProperty().bind(model.applicable().not());
        FlowPane buttons = new FlowPane(
                apply,
                button(
                        Words.of("mapping.save-mapping"),
                        "map-save",
                        Words.of("mapping.write-it-as-json"),
                        actions::saveMapping),
                button(
                        Words.of("mapping.load-mapping"),
                        "map-load",
                        Words.of("mapping.read-one-from-a"),
                        actions::loadMapping),
                button(
                        Words.of("mapping.reset-to-guess"),
                        "map-reset",
                        Words.of("mapping.forget-what-was-changed"),
                        model::reset),
                button(
                        Words.of("mapping.back-to-the-session"),
                        "map-back",
                        Words.of("mapping.leave-the-mapping-as"),
                        model::hide));
        buttons.getStyleClass().add("mapping-buttons");
        VBox head = new VBox(title, origin(), buttons, refusal(), preview());
        head.getStyleClass().add("scope-head");
        return head;
    }

    private Label origin() {
        Label label = wrapped("map-origin");
        label.getStyleClass().addAll("finding", Styles.BG_ACCENT_SUBTLE);
        label.textProperty().bind(model.origin());
        label.visibleProperty().bind(model.origin().isNotEmpty());
        label.managedProperty().bind(model.origin().isNotEmpty());
        return label;
    }

    private Label refusal() {
        Label label = wrapped("map-refusal");
        label.getStyleClass().addAll("finding", Styles.BG_WARNING_SUBTLE);
        label.textProperty().bind(model.refusal());
        label.visibleProperty().bind(model.refusal().isNotEmpty());
        label.managedProperty().bind(model.refusal().isNotEmpty());
        return label;
    }

    private Label preview() {
        Label label = wrapped("map-preview");
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.checking().get()
                                ? Words.of("mapping.reading-the-file-as")
                                : model.preview().get().isEmpty()
                                        ? ""
                                        : Words.of(
                                                "mapping.it-holds-2",
                                                model.preview().get()),
                        model.checking(),
                        model.preview()));
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private VBox foot() {
        Label command = wrapped("map-command");
        command.getStyleClass().add("command-text");
        command.textProperty()
                .bind(Bindings.when(model.command().isNotEmpty())
                        .then(model.command())
                        .otherwise(Words.of("mapping.apply-the-mapping-or")));
        Button copy = button(
                Words.of("mapping.copy"),
                "map-copy",
                Words.of("mapping.copy-the-command-line"),
                () -> Clipboard.getSystemClipboard()
                        .setContent(
                                Map.of(DataFormat.PLAIN_TEXT, model.command().get())));
        copy.getStyleClass().add(Styles.SMALL);
        copy.disableProperty().bind(model.command().isEmpty());
        VBox foot = new VBox(command, copy);
        foot.getStyleClass().add("configuration-foot");
        return foot;
    }

    /** A new form, scrolled to where the old one was, with the keyboard where it was. */
    private void show(List<Section> form) {
        double at = scroll.getVvalue();
        Optional<String> focused = Optional.ofNullable(getScene())
                .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()))
                .flatMap(node -> Optional.ofNullable(node.getId()));
        sections.getChildren().setAll(form.stream().map(this::section).toList());
        layout();
        scroll.setVvalue(at);
        focused.flatMap(id -> Optional.ofNullable(sections.lookup("#" + id))).ifPresent(Node::requestFocus);
    }

    private Node section(Section section) {
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
        for (Field field : section.fields()) {
            Region editor = FieldEditor.of(field, model);
            Label label = wrapped(field.id() + "-label");
            label.setText(field.label());
            label.setLabelFor(editor);
            label.setTooltip(new Tooltip(field.help()));
            grid.addRow(grid.getRowCount(), label, editor);
        }
        box.getChildren().add(grid);
        for (Section.Change change : section.changes()) {
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
