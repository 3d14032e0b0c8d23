package org.dalescope.app.ui.psth;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.SegmentedButton;
import org.dalescope.app.ui.control.LabelledRow;
import org.dalescope.model.session.NeuronType;

/** The controls above the wall of PSTHs: conditions, order, types, raw bins and size. */
final class PsthControls extends FlowPane {
    private static final double SLIDER = 110;
    private final PsthViewModel model;
    private final Runnable changed;
    private final Runnable resized;

    /**
     * Controls of a wall.
     *
     * @param changed called when the wall shows something else
     * @param resized called when its charts have another size
     */
    PsthControls(PsthViewModel model, Runnable changed, Runnable resized) {
        this.model = model;
        this.changed = changed;
        this.resized = resized;
        getStyleClass().add("control-row");
        getChildren().addAll(conditions(), overlay(), order(), types(), raw(), size());
    }

    /** The menu of the conditions that are drawn over the shown one. */
    private MenuButton overlay() {
        MenuButton menu = new MenuButton("Overlay");
        menu.setId("psth-overlay");
        menu.getStyleClass().add(Styles.SMALL);
        menu.setTooltip(new Tooltip("Draw up to three more conditions over the shown one, each in its own hue"));
        menu.showingProperty().subscribe(showing -> {
            if (showing) {
                menu.getItems()
                        .setAll(model.others().stream().map(this::overlay).toList());
            }
        });
        model.overlaid().subscribe(() -> {
            int count = model.overlaid().size();
            menu.setText(count == 0 ? "Overlay" : "Overlay: %s".formatted(count));
            changed.run();
        });
        model.conditions().subscribe(() -> menu.setDisable(model.conditions().size() < 2));
        menu.getItems().setAll(new CustomMenuItem());
        return menu;
    }

    /** An item whose choice leaves the menu open, because several are chosen in turn. */
    private CustomMenuItem overlay(int condition) {
        CheckBox item = new CheckBox(model.conditions().get(condition));
        item.setMnemonicParsing(false);
        item.setSelected(model.overlaid().contains(condition));
        // A binding, which the list holds weakly: the menu makes new items each time it opens.
        item.disableProperty().bind(model.full().and(item.selectedProperty().not()));
        item.selectedProperty().subscribe((was, is) -> {
            if (is) {
                model.overlaid().add(condition);
            } else {
                model.overlaid().remove(Integer.valueOf(condition));
            }
        });
        return new CustomMenuItem(item, false);
    }

    private ComboBox<NeuronOrder> order() {
        ComboBox<NeuronOrder> order = new ComboBox<>();
        order.setId("psth-order");
        order.setAccessibleText("Order of the neurons");
        order.setTooltip(new Tooltip("The order of the neurons; while a fit runs, they stay where they are"));
        order.getItems().setAll(NeuronOrder.values());
        order.valueProperty().bindBidirectional(model.orderProperty());
        model.orderProperty().subscribe((was, is) -> changed.run());
        return order;
    }

    private SegmentedButton types() {
        SegmentedButton types = new SegmentedButton(
                type("All", Optional.empty()),
                type("E", Optional.of(NeuronType.EXCITATORY)),
                type("I", Optional.of(NeuronType.INHIBITORY)));
        types.setId("psth-types");
        types.getButtons().getFirst().setSelected(true);
        model.typeProperty().subscribe((was, is) -> changed.run());
        return types;
    }

    private ToggleButton type(String text, Optional<NeuronType> type) {
        ToggleButton button = new ToggleButton(text);
        button.setMnemonicParsing(false);
        button.setAccessibleText(type.isPresent() ? "Only %s neurons".formatted(text) : "All neurons");
        button.setOnAction(event -> {
            button.setSelected(true);
            model.typeProperty().set(type);
        });
        return button;
    }

    private CheckBox raw() {
        CheckBox raw = new CheckBox("Raw bins");
        raw.setId("psth-raw");
        raw.selectedProperty().bindBidirectional(model.rawProperty());
        model.rawProperty().subscribe((was, is) -> changed.run());
        return raw;
    }

    private HBox size() {
        Slider size = new Slider(
                PsthViewModel.LEAST_WIDTH,
                PsthViewModel.MOST_WIDTH,
                model.widthProperty().get());
        size.setId("psth-size");
        size.setMaxWidth(SLIDER);
        size.valueProperty().bindBidirectional(model.widthProperty());
        model.widthProperty().subscribe((was, is) -> resized.run());
        return LabelledRow.of("Size", size);
    }

    private HBox conditions() {
        SearchableComboBox<String> choice = new SearchableComboBox<>(model.conditions());
        choice.setId("condition");
        model.conditionProperty().subscribe(index -> choice.getSelectionModel().select(index.intValue()));
        choice.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (index.intValue() >= 0
                    && index.intValue() != model.conditionProperty().get()) {
                model.conditionProperty().set(index.intValue());
                changed.run();
            }
        });
        model.conditions().subscribe(() -> choice.getSelectionModel()
                .select(model.conditionProperty().get()));
        return LabelledRow.of("Condition", choice);
    }
}
