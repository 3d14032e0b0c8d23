package org.dalescope.app.ui.mapping;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.dalescope.app.ui.control.NumberField;
import org.dalescope.model.common.DecimalParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The factory of the controls that edit the fields of the mapping form. */
final class MappingFieldEditor {
    private MappingFieldEditor() {}

    static Region of(MappingField field, MappingViewModel model) {
        Region editor =
                switch (field.editor()) {
                    case FieldKind.Choice choice -> choice(field, choice, model);
                    case FieldKind.Checks checks -> checks(field, checks, model);
                    case FieldKind.Words words -> typed(field, model);
                    case FieldKind.Numeral number -> typed(field, model);
                    case FieldKind.Threshold threshold -> threshold(field, threshold, model);
                };
        editor.setId(field.id());
        editor.setAccessibleText(field.label());
        editor.setAccessibleHelp(field.help());
        return editor;
    }

    private static ComboBox<FieldKind.Option> choice(
            MappingField field, FieldKind.Choice choice, MappingViewModel model) {
        ComboBox<FieldKind.Option> box = new ComboBox<>(FXCollections.observableArrayList(choice.options()));
        JsonNode said = model.value(field);
        choice.options().stream()
                .filter(option -> option.value().equals(said))
                .findFirst()
                .ifPresent(box::setValue);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(event -> model.change(field, box.getValue().value()));
        return box;
    }

    private static Region checks(MappingField field, FieldKind.Checks checks, MappingViewModel model) {
        FlowPane pane = new FlowPane();
        pane.getStyleClass().add("control-row");
        List<String> said = new ArrayList<>();
        model.value(field).forEach(word -> said.add(word.asString("")));
        List<String> offered = new ArrayList<>(checks.words());
        said.stream().filter(word -> !offered.contains(word)).forEach(offered::add);
        List<CheckBox> boxes = new ArrayList<>();
        for (String word : offered) {
            CheckBox box = new CheckBox(word.isEmpty() ? "(empty)" : word);
            box.setMnemonicParsing(false);
            box.setSelected(said.contains(word));
            box.setOnAction(event -> model.change(field, selected(offered, boxes)));
            boxes.add(box);
        }
        pane.getChildren().setAll(boxes);
        return pane;
    }

    private static Region threshold(MappingField field, FieldKind.Threshold threshold, MappingViewModel model) {
        double[] values =
                threshold.values().stream().mapToDouble(Double::doubleValue).toArray();
        double now = model.value(field).asDouble(threshold.start());
        return new ThresholdEditor(
                values, now, value -> model.change(field, JsonNodeFactory.instance.numberNode(value)));
    }

    private static JsonNode selected(List<String> words, List<CheckBox> boxes) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).isSelected()) {
                array.add(words.get(i));
            }
        }
        return array;
    }

    private static TextField typed(MappingField field, MappingViewModel model) {
        boolean number = field.editor() instanceof FieldKind.Numeral;
        TextField text = number ? new NumberField() : new TextField();
        text.setText(text(model.value(field)));
        text.textProperty().addListener((all, before, now) -> model.change(field, number ? number(now) : words(now)));
        return text;
    }

    private static String text(JsonNode value) {
        return value.isNumber() && value.asDouble() == Math.rint(value.asDouble())
                ? Long.toString((long) value.asDouble())
                : value.asString("");
    }

    private static JsonNode words(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    /** Text that is no number stays text, and the reader of the mapping reports it as an error. */
    private static JsonNode number(String text) {
        return DecimalParser.boxed(text)
                .<JsonNode>map(JsonNodeFactory.instance::numberNode)
                .orElseGet(() -> words(text));
    }
}
