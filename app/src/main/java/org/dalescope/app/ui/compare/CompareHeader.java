package org.dalescope.app.ui.compare;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.ShortRunName;
import org.dalescope.app.chart.comparison.RunColours;
import org.dalescope.app.ui.control.LabelledRow;
import org.dalescope.model.run.comparison.SettingDifferences;

/** The header of the view that compares runs: the runs with their colours, and the choice of the pair A and B. */
final class CompareHeader extends VBox {
    /** The largest number of chips; more would take space from the charts, and the table lists all runs. */
    static final int CHIPS = 12;

    private static final double LONGEST = 190;
    private static final double BOX = 330;
    private static final int LETTERS = 26;
    private final CompareViewModel model;
    private final FlowPane chips = new FlowPane();
    private final Label mixed = new Label();
    private final ComboBox<ComparedRun> first = box("compare-a");
    private final ComboBox<ComparedRun> second = box("compare-b");
    private boolean showing;

    CompareHeader(CompareViewModel model) {
        this.model = model;
        chips.getStyleClass().add("compare-chips");
        chips.setId("compare-chips");
        first.setOnAction(event -> chosen(first, model::setFirst));
        second.setOnAction(event -> chosen(second, model::setSecond));
        FlowPane pair = new FlowPane(LabelledRow.of("A", first), LabelledRow.of("B", second));
        pair.getStyleClass().add("control-row");
        mixed.setId("compare-mixed");
        mixed.setWrapText(true);
        mixed.getStyleClass().add(Styles.WARNING);
        getChildren().addAll(chips, mixed, pair);
        getStyleClass().add("compare-head");
    }

    void show(RunComparison comparison, ChartTheme theme) {
        showing = true;
        List<Node> nodes = new ArrayList<>();
        boolean single = comparison.grouping() == RunGrouping.NONE;
        for (int i = 0; i < Math.min(CHIPS, comparison.runs().size()); i++) {
            nodes.add(chip(comparison.runs().get(i), single ? Optional.of(RunColours.of(i, theme)) : Optional.empty()));
        }
        if (comparison.runs().size() > CHIPS) {
            nodes.add(new Label(
                    "and %s more (see Table)".formatted(comparison.runs().size() - CHIPS)));
        }
        if (!comparison.runs().isEmpty()) {
            Button clear = new Button("Clear");
            clear.setId("compare-clear");
            clear.getStyleClass().add(Styles.SMALL);
            clear.setOnAction(event -> model.clear());
            nodes.add(clear);
        }
        chips.getChildren().setAll(nodes);
        long sessions = comparison.runs().stream()
                .map(run -> run.entry().session())
                .distinct()
                .count();
        String doubt = sessions > 1
                ? "These runs are of %s sessions: their losses and scores are of different neurons and trials."
                        .formatted(sessions)
                : haveOneLoss(comparison)
                        ? ""
                        : "These runs have different losses: compare their scores, not the values of their losses.";
        mixed.setVisible(!doubt.isEmpty());
        mixed.setManaged(!doubt.isEmpty());
        mixed.setText(doubt);
        fill(first, comparison.runs(), comparison.first());
        fill(second, comparison.runs(), comparison.second());
        showing = false;
    }

    private static boolean haveOneLoss(RunComparison comparison) {
        return SettingDifferences.of(comparison.runs().stream()
                        .map(run -> run.entry().settings())
                        .toList())
                .stream()
                .noneMatch(row -> row.key().startsWith("loss."));
    }

    private void chosen(ComboBox<ComparedRun> box, Consumer<Path> set) {
        if (!showing && box.getValue() != null) {
            set.accept(box.getValue().entry().run().folder());
        }
    }

    private static void fill(ComboBox<ComparedRun> box, List<ComparedRun> runs, Optional<ComparedRun> chosen) {
        if (!box.getItems().equals(runs)) {
            box.getItems().setAll(runs);
        }
        box.setValue(chosen.orElse(null));
    }

    private HBox chip(ComparedRun run, Optional<LineStyle> style) {
        Label name = new Label(run.name());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMaxWidth(LONGEST);
        name.setTooltip(new Tooltip(run.name() + ", " + run.entry().session()));
        Button remove = new Button("x");
        remove.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        remove.setAccessibleText("Remove %s from the comparison".formatted(run.name()));
        remove.setTooltip(new Tooltip("Remove from the comparison"));
        remove.setOnAction(event -> model.remove(run.entry().run().folder()));
        HBox chip = new HBox();
        style.ifPresent(look -> chip.getChildren().add(RunSwatch.of(look)));
        chip.getChildren().addAll(name, remove);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("compare-chip");
        return chip;
    }

    private static ComboBox<ComparedRun> box(String id) {
        ComboBox<ComparedRun> box = new ComboBox<>();
        box.setId(id);
        box.setPrefWidth(BOX);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(ComparedRun run) {
                return run == null ? "" : words(run);
            }

            @Override
            public ComparedRun fromString(String words) {
                throw new UnsupportedOperationException("the box is not written into");
            }
        });
        return box;
    }

    private static String words(ComparedRun run) {
        double value = run.entry().score().value();
        String name = ShortRunName.of(run.name(), LETTERS);
        return Double.isNaN(value)
                ? name
                : String.format(
                        Locale.ROOT,
                        "%s  (%.2f / %.2f)",
                        run.name(),
                        value,
                        run.entry().score().ceiling());
    }
}
