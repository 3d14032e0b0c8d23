package org.dalescope.app.window.session;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dalescope.app.window.session.OpenSession.NeuronRow;
import org.dalescope.app.window.theme.Narrow;
import org.dalescope.model.session.quality.Finding;

/** The session in words and numbers, with every warning in full. */
public final class SessionView extends StackPane {
    private final Node empty;
    private final Runnable showMapping;

    /**
     * No session.
     *
     * @param empty shown while there is none
     * @param showMapping shows how the session's file was understood
     */
    public SessionView(Node empty, Runnable showMapping) {
        this.empty = empty;
        this.showMapping = showMapping;
        getChildren().setAll(empty);
    }

    public void show(Optional<OpenSession> session) {
        getChildren().setAll(session.<Node>map(this::content).orElse(empty));
    }

    private Node content(OpenSession open) {
        VBox words = new VBox();
        words.getStyleClass().add("page");
        Label title = new Label(open.session().name());
        title.getStyleClass().add(Styles.TITLE_3);
        title.setWrapText(true);
        words.getChildren().addAll(title, facts(open));
        if (open.session().source().mapping().isPresent()) {
            Button understood = new Button("How this file was understood...");
            understood.setId("show-mapping");
            understood.setTooltip(new Tooltip("Which variable is what, to look at and to change"));
            understood.setOnAction(event -> showMapping.run());
            words.getChildren().add(understood);
        }
        if (open.quality().findings().isEmpty()) {
            words.getChildren().addAll(heading("Warnings"), text("None: nothing looks wrong."));
        } else {
            words.getChildren()
                    .add(heading("Warnings (" + open.quality().findings().size() + ")"));
            open.quality().findings().forEach(finding -> words.getChildren().add(warning(finding)));
        }
        String channels = open.session().channels().stream()
                .map(c -> c.name() + " (" + c.kind().name().toLowerCase(Locale.ROOT) + ")")
                .collect(Collectors.joining(", "));
        words.getChildren().addAll(heading("Input channels"), text(channels.isEmpty() ? "none" : channels));
        words.getChildren().add(heading("Factors, with trials per value"));
        open.session().factors().forEach(f -> words.getChildren().add(text(f.name() + ": " + counts(f.counts()))));
        ScrollPane scroll = new ScrollPane(words);
        scroll.setFitToWidth(true);
        SplitPane split = new SplitPane(scroll, neurons(open));
        split.setDividerPositions(0.6);
        Narrow.stack(split);
        return split;
    }

    private static GridPane facts(OpenSession open) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        for (Map.Entry<String, String> fact : open.facts()) {
            Label name = new Label(fact.getKey());
            name.getStyleClass().add(Styles.TEXT_MUTED);
            name.setMinWidth(USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), name, text(fact.getValue()));
        }
        return grid;
    }

    private static TableView<NeuronRow> neurons(OpenSession open) {
        TableView<NeuronRow> table = new TableView<>(FXCollections.observableArrayList(open.neurons()));
        table.setId("neurons");
        table.setAccessibleText("Neurons");
        table.getStyleClass().add(Styles.DENSE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("Neuron", row -> "n" + row.id(), NeuronRow::id));
        table.getColumns().add(column("Type", row -> row.type().letter(), row -> row.type()
                .letter()
                .charAt(0)));
        table.getColumns()
                .add(column("Rate (sp/s)", row -> String.format(Locale.ROOT, "%.1f", row.rate()), NeuronRow::rate));
        return table;
    }

    /** A column that shows text and sorts by number. */
    private static TableColumn<NeuronRow, Cell> column(
            String title,
            java.util.function.Function<NeuronRow, String> text,
            java.util.function.ToDoubleFunction<NeuronRow> order) {
        TableColumn<NeuronRow, Cell> column = new TableColumn<>(title);
        column.setCellValueFactory(row ->
                new SimpleObjectProperty<>(new Cell(text.apply(row.getValue()), order.applyAsDouble(row.getValue()))));
        return column;
    }

    private record Cell(String text, double order) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return Double.compare(order, other.order);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static Label warning(Finding finding) {
        boolean serious = finding.severity() == Finding.Severity.WARNING;
        Label label = text((serious ? "! " : "i ") + finding.text());
        label.getStyleClass().addAll("finding", serious ? Styles.BG_WARNING_SUBTLE : Styles.BG_ACCENT_SUBTLE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(e -> e.getKey() + " × " + e.getValue())
                .collect(Collectors.joining(",  "));
    }

    private static Label heading(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll(Styles.TEXT_BOLD, "section-heading");
        return label;
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        return label;
    }
}
