package org.dalescope.app.ui.perturbation;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The row of controls in the perturbation view for one intervention on the networks. */
final class InterventionRow extends VBox {
    private static final double STEPS = 100;
    private final InterventionForm.Verb verb;
    private final ComboBox<String> units = new ComboBox<>();
    private final ComboBox<String> to = new ComboBox<>();
    private final ComboBox<String> channel = new ComboBox<>();
    private final Slider amount = new Slider();
    private final Label number = new Label();

    /**
     * A row of controls.
     *
     * @param sets the sets of units to choose from; the user may type others
     * @param changed called at every change, also while the slider is dragged
     * @param remove removes the row
     */
    InterventionRow(
            InterventionForm first,
            List<String> sets,
            List<String> channels,
            Runnable changed,
            Consumer<InterventionRow> remove) {
        this.verb = first.verb();
        getStyleClass().add("clause");
        Label what = new Label(first.verb().title());
        what.getStyleClass().add(Styles.TEXT_BOLD);
        what.setMinWidth(USE_PREF_SIZE);
        Button away = new Button("Remove");
        away.setId("remove-" + verb.title());
        away.getStyleClass().add(Styles.SMALL);
        away.setMinWidth(USE_PREF_SIZE);
        away.setOnAction(event -> remove.accept(this));
        HBox head = new HBox(what);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("control-row");
        switch (verb) {
            case SILENCE, DRIVE ->
                head.getChildren().add(sets(units, "units-" + verb.title(), sets, first.units(), changed));
            case CUT -> {
                Label arrow = new Label("to");
                head.getChildren()
                        .addAll(
                                sets(units, "units-cut", sets, first.units(), changed),
                                arrow,
                                sets(to, "to-cut", sets, first.to(), changed));
            }
            case LESION -> {
                channel.setId("channel-lesion");
                channel.setAccessibleText("input channel");
                channel.getItems().setAll(channels);
                channel.setValue(first.channel());
                channel.valueProperty().subscribe(value -> changed.run());
                head.getChildren().add(channel);
            }
        }
        HBox.setHgrow(units, Priority.ALWAYS);
        head.getChildren().add(away);
        getChildren().add(head);
        if (verb != InterventionForm.Verb.LESION) {
            getChildren().add(slider(first, changed));
        }
    }

    /** The values of the controls. */
    InterventionForm clause() {
        // The command shows what the slider shows.
        double shown = Math.rint(amount.getValue() * STEPS) / STEPS;
        return new InterventionForm(verb, text(units), text(to), shown, text(channel));
    }

    private HBox slider(InterventionForm first, Runnable changed) {
        amount.setId("amount-" + verb.title());
        amount.setAccessibleText(verb.title() + ", " + verb.words());
        amount.setMin(verb.least());
        amount.setMax(verb.most());
        amount.setBlockIncrement((verb.most() - verb.least()) / 20);
        amount.setValue(first.amount());
        number.setMinWidth(USE_PREF_SIZE);
        amount.valueProperty().subscribe(value -> {
            number.setText(String.format(Locale.ROOT, "%.2f", value.doubleValue()));
            changed.run();
        });
        Label words = new Label(verb.words());
        words.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        HBox.setHgrow(amount, Priority.ALWAYS);
        HBox line = new HBox(amount, number, words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("control-row");
        return line;
    }

    private static ComboBox<String> sets(
            ComboBox<String> box, String id, List<String> sets, String first, Runnable changed) {
        box.setId(id);
        box.setEditable(true);
        box.setAccessibleText("units");
        box.getItems().setAll(sets);
        box.setValue(first);
        box.setPrefWidth(110);
        box.valueProperty().subscribe(value -> changed.run());
        return box;
    }

    private static String text(ComboBox<String> box) {
        return Optional.ofNullable(box.getValue()).orElse("");
    }
}
