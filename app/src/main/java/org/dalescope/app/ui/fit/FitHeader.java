package org.dalescope.app.ui.fit;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.dalescope.app.ui.run.RunSnapshot;

/**
 * The header of the fit view: the score with its ceiling, the numbers of the epoch, warnings, and the options of the
 * panels.
 */
final class FitHeader extends VBox {
    private static final double MOST_SMOOTHING = 0.98;
    private final FitViewModel model;
    private final DoubleProperty cursor;
    private final Label headline = new Label();
    private final Label rivals = new Label();
    private final Label details = new Label();
    private final Label warnings = new Label();
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
        headline.setId("headline");
        headline.getStyleClass().add(Styles.TITLE_4);
        headline.setWrapText(true);
        rivals.setId("fit-rivals");
        rivals.setWrapText(true);
        details.setId("fit-details");
        details.setWrapText(true);
        details.getStyleClass().add(Styles.TEXT_MUTED);
        warnings.setId("run-warnings");
        warnings.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.WARNING);
        underCursor.setId("fit-cursor");
        underCursor.getStyleClass().add(Styles.TEXT_MUTED);
        getStyleClass().add("scope-head");
        getChildren().addAll(headline, rivals, details, warnings, controls());
        cursor.subscribe(epoch -> readOut());
    }

    void show(RunSnapshot run) {
        shown = Optional.of(run);
        headline.setText(FitViewModel.headline(run));
        showRivals(FitViewModel.rivals(run), run);
        details.setText(model.details(run));
        showWarnings(FitViewModel.warnings(run));
        readOut();
    }

    private void showRivals(String text, RunSnapshot run) {
        if (!text.equals(rivals.getText())) {
            rivals.setText(text);
            rivals.setTooltip(text.isEmpty() ? null : new Tooltip(FitViewModel.rivalsInDetail(run)));
        }
        rivals.setVisible(!text.isEmpty());
        rivals.setManaged(!text.isEmpty());
    }

    /** Shows the numbers of the epoch under the mouse. */
    private void readOut() {
        double epoch = cursor.get();
        underCursor.setText(shown.map(run -> FitViewModel.at(run, epoch)).orElse(""));
    }

    /** Shows the warnings in one line, with the full text in the tooltip, so that the charts keep their height. */
    private void showWarnings(String text) {
        if (!text.equals(warnings.getText())) {
            warnings.setText(text);
            warnings.setTooltip(text.isEmpty() ? null : new Tooltip(text));
        }
        warnings.setVisible(!text.isEmpty());
        warnings.setManaged(!text.isEmpty());
    }

    private FlowPane controls() {
        CheckBox log = new CheckBox("Logarithmic losses");
        log.setId("logarithmic");
        log.selectedProperty().bindBidirectional(model.logarithmicProperty());
        FlowPane controls = new FlowPane(panels(), log, smoothing(), underCursor);
        controls.getStyleClass().add("control-row");
        return controls;
    }

    private MenuButton panels() {
        MenuButton panels = new MenuButton("Panels");
        panels.setId("scope-panels");
        panels.getStyleClass().add(Styles.SMALL);
        panels.setTooltip(new Tooltip("Choose the panels. A double click enlarges a panel."));
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
        Label label = new Label("Smoothing");
        label.setLabelFor(slider);
        Label factor = new Label();
        factor.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> String.format(
                                Locale.ROOT, "%.2f", model.smoothingProperty().get()),
                        model.smoothingProperty()));
        HBox smoothing = new HBox(label, slider, factor);
        smoothing.setAlignment(Pos.CENTER_LEFT);
        smoothing.getStyleClass().add("control-row");
        return smoothing;
    }
}
