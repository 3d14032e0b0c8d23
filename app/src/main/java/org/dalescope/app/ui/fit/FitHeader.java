package org.dalescope.app.ui.fit;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dalescope.app.chart.fit.EpochUnit;
import org.dalescope.app.ui.control.LabelledRow;
import org.dalescope.app.ui.run.RunSnapshot;

/** The header of the fit view: the numbers of the epoch in a line, and the options of the panels. */
final class FitHeader extends VBox {
    private static final double SLIDER = 90;
    private static final double MOST_SMOOTHING = 0.98;
    private final FitViewModel model;
    private final DoubleProperty cursor;
    private final Label details = new Label();
    private final Tooltip everything = new Tooltip();
    private final Label underCursor = new Label();
    private Optional<RunSnapshot> shown = Optional.empty();

    /**
     * A header of the fit view.
     *
     * @param cursor the epoch under the mouse; NaN if the mouse is elsewhere
     */
    FitHeader(FitViewModel model, DoubleProperty cursor) {
        this.model = model;
        this.cursor = cursor;
        details.setId("fit-details");
        details.setMinWidth(0);
        details.setTooltip(everything);
        details.getStyleClass().add(Styles.TEXT_MUTED);
        underCursor.setId("fit-cursor");
        underCursor.getStyleClass().add(Styles.TEXT_MUTED);
        getStyleClass().add("scope-head");
        getChildren().addAll(controls(), new StackPane(details, underCursor));
        StackPane.setAlignment(details, Pos.CENTER_LEFT);
        StackPane.setAlignment(underCursor, Pos.CENTER_LEFT);
        cursor.subscribe(epoch -> readOut());
    }

    void show(RunSnapshot run) {
        shown = Optional.of(run);
        details.setText(FitViewModel.details(run));
        everything.setText(details.getText());
        readOut();
    }

    /** Shows the numbers of the epoch under the mouse in place of those of the last epoch. */
    private void readOut() {
        double epoch = cursor.get();
        underCursor.setText(shown.map(run -> model.at(run, epoch)).orElse(""));
        details.setVisible(underCursor.getText().isEmpty());
    }

    private FlowPane controls() {
        CheckBox log = new CheckBox("Log losses");
        log.setId("logarithmic");
        log.selectedProperty().bindBidirectional(model.logarithmicProperty());
        CheckBox penalty = new CheckBox("L_reg");
        penalty.setId("penalty");
        penalty.setMnemonicParsing(false);
        penalty.selectedProperty().bindBidirectional(model.penaltyProperty());
        FlowPane controls = new FlowPane(panels(), log, penalty, smoothing(), unit());
        controls.getStyleClass().add("control-row");
        return controls;
    }

    private HBox unit() {
        ComboBox<EpochUnit> unit = new ComboBox<>();
        unit.setId("epoch-unit");
        unit.getItems().setAll(EpochUnit.values());
        unit.valueProperty().bindBidirectional(model.unitProperty());
        unit.getStyleClass().add("unit-choice");
        return LabelledRow.of("Over", unit);
    }

    private MenuButton panels() {
        MenuButton panels = new MenuButton("Panels");
        panels.setId("scope-panels");
        panels.getStyleClass().add(Styles.SMALL);
        panels.setTooltip(new Tooltip(
                "Choose the panels. A double click enlarges a panel; Escape or another double click shows all again."));
        model.panels().forEach((panel, visible) -> {
            CheckMenuItem item = new CheckMenuItem(panel.title());
            item.setMnemonicParsing(false);
            item.setId("panel-" + panel.key());
            item.selectedProperty().bindBidirectional(visible);
            panels.getItems().add(item);
        });
        return panels;
    }

    private HBox smoothing() {
        Slider slider = new Slider(0, MOST_SMOOTHING, model.smoothingProperty().get());
        slider.setId("smoothing");
        slider.valueProperty().bindBidirectional(model.smoothingProperty());
        Label factor = new Label();
        factor.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> String.format(
                                Locale.ROOT, "%.2f", model.smoothingProperty().get()),
                        model.smoothingProperty()));
        slider.setPrefWidth(SLIDER);
        return LabelledRow.of("Smoothing", slider, factor);
    }
}
