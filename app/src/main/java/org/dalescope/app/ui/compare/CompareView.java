package org.dalescope.app.ui.compare;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.ui.control.EmptyView;
import org.dalescope.app.ui.control.Icon;

/** The view that compares runs: the chosen runs at the top, the parts of the comparison in tabs below. */
public final class CompareView extends StackPane {
    private final CompareViewModel model;
    private final Supplier<ChartTheme> theme;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final TabPane tabs = new TabPane();
    private final CompareHeader head;
    private final BorderPane content = new BorderPane();
    private final List<ComparePart> parts;

    public CompareView(CompareViewModel model, CompareActions actions, Supplier<ChartTheme> theme) {
        this.model = model;
        this.theme = theme;
        this.head = new CompareHeader(model);
        this.parts = List.of(
                new CurvesPart(model, this::draw),
                new NeuronsPart(),
                new PsthsPart(this::draw),
                new WeightsPart(model),
                new SettingsPart(),
                new TablePart(model.table(), actions));
        tabs.setId("compare-parts");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs().setAll(parts.stream().map(ComparePart::tab).toList());
        tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> draw());
        content.setTop(head);
        content.setCenter(tabs);
        model.comparisonProperty().subscribe(now -> draw());
        model.weightsProperty().subscribe(now -> draw());
        model.table().wholeLibraryProperty().subscribe(all -> draw());
        model.table().rows().addListener((ListChangeListener<Object>) change -> drawIfEmpty());
        active.subscribe(now -> draw());
    }

    /** Whether the view is shown; it draws only then. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** Draws the part that is shown. */
    public void draw() {
        if (!active.get()) {
            return;
        }
        RunComparison comparison = model.comparisonProperty().get();
        if (comparison.runs().isEmpty() && !model.table().wholeLibraryProperty().get()) {
            getChildren().setAll(nothing());
            return;
        }
        if (!getChildren().contains(content)) {
            getChildren().setAll(content);
        }
        ChartTheme now = theme.get();
        head.show(comparison, now);
        parts.stream()
                .filter(part -> part.tab().equals(tabs.getSelectionModel().getSelectedItem()))
                .forEach(part -> part.show(comparison, now));
    }

    /** Chooses the button of the empty view by the content of the library. */
    private void drawIfEmpty() {
        if (!getChildren().contains(content)) {
            draw();
        }
    }

    private EmptyView nothing() {
        Button newest = new Button("Compare the two newest runs");
        newest.setId("compare-newest");
        newest.setDisable(!model.hasRuns());
        newest.setOnAction(event -> model.compareNewest());
        Button all = new Button("Table of all runs");
        all.setId("compare-table-of-all");
        all.setOnAction(event -> {
            tabs.getSelectionModel().select(parts.getLast().tab());
            model.table().wholeLibraryProperty().set(true);
        });
        return new EmptyView(
                Icon.COLUMNS,
                "No runs are compared",
                "Select runs in the library on the left (several with Shift or Ctrl) and choose 'Add to comparison' "
                        + "in the context menu, or press C. A suite's menu compares all its fits.",
                newest,
                all);
    }
}
