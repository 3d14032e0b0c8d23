package org.dalescope.app.ui.suite;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.dalescope.app.ui.suite.SuiteColumn.Entry;
import org.dalescope.app.ui.suite.SuiteLine.ArmLine;
import org.dalescope.app.ui.suite.SuiteLine.FitLine;
import org.jspecify.annotations.Nullable;

/**
 * The table in the suite view: the arms, each with its seeds below it. Rows stay the same tree items while their
 * numbers change.
 */
final class SuiteTree extends TreeTableView<SuiteLine> {
    private static final double PX_PER_EM = 13;
    private static final double ROW_EM = 2;
    private static final double NAME_EM = 11;
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");
    private final Consumer<FitLine> open;
    private final List<TreeTableColumn<SuiteLine, Entry>> scores = new ArrayList<>();
    private final List<TreeTableColumn<SuiteLine, Entry>> health = new ArrayList<>();

    SuiteTree(Consumer<FitLine> open) {
        super(new TreeItem<>());
        this.open = open;
        setId("suite-table");
        setAccessibleText("Arms of the suite and their fits");
        setShowRoot(false);
        // A fixed row height: otherwise columns that are shown later would be laid out with their own height.
        setFixedCellSize(ROW_EM * PX_PER_EM);
        getStyleClass().addAll(Styles.DENSE, "suite-table");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getColumns().add(names());
        getColumns().add(column(SuiteColumn.state()));
        SuiteColumn.scores().forEach(column -> scores.add(column(column)));
        SuiteColumn.health().forEach(column -> health.add(column(column)));
        getColumns().addAll(scores);
        getColumns().addAll(health);
        setRowFactory(table -> new Row(this::open));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
            }
        });
    }

    /** Shows scores, or speed, plausibility and time constants. */
    void showHealth(boolean shown) {
        scores.forEach(column -> column.setVisible(!shown));
        health.forEach(column -> column.setVisible(shown));
    }

    /** Shows a suite; selection, expanded rows and sort order are kept. */
    void show(List<ArmLine> lines) {
        merge(getRoot(), lines, ArmLine::arm, SuiteTree::children);
        if (!getSortOrder().isEmpty()) {
            sort();
        }
    }

    /** The names of the arms that are selected or whose fits are selected. */
    Set<String> selectedArms() {
        return getSelectionModel().getSelectedItems().stream()
                .flatMap(item -> Optional.ofNullable(item).flatMap(i -> Optional.ofNullable(i.getValue())).stream())
                .map(SuiteLine::arm)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The selected fit, if it has finished. */
    Optional<FitLine> selectedFit() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem())
                .map(TreeItem::getValue)
                .filter(FitLine.class::isInstance)
                .map(FitLine.class::cast)
                .filter(line -> line.state() instanceof SuiteFitState.Finished);
    }

    private void open() {
        selectedFit().ifPresent(open);
    }

    private static List<SuiteLine> children(SuiteLine line) {
        return switch (line) {
            case ArmLine arm -> List.copyOf(arm.fits());
            case FitLine _ -> List.of();
        };
    }

    private static String key(SuiteLine line) {
        return switch (line) {
            case ArmLine arm -> arm.arm();
            case FitLine fit -> Long.toString(fit.cell().seed());
        };
    }

    /** Updates existing items in place and adds new ones. */
    private static <T extends SuiteLine> void merge(
            TreeItem<SuiteLine> parent,
            List<T> lines,
            Function<T, String> name,
            Function<SuiteLine, List<SuiteLine>> children) {
        Map<String, TreeItem<SuiteLine>> before =
                parent.getChildren().stream().collect(Collectors.toMap(item -> key(item.getValue()), item -> item));
        Set<String> names = lines.stream().map(name).collect(Collectors.toSet());
        parent.getChildren().removeIf(item -> !names.contains(key(item.getValue())));
        for (T line : lines) {
            TreeItem<SuiteLine> item = Optional.ofNullable(before.get(name.apply(line)))
                    .orElseGet(() -> {
                        TreeItem<SuiteLine> added = new TreeItem<>(line);
                        parent.getChildren().add(added);
                        return added;
                    });
            item.setValue(line);
            merge(item, children.apply(line), SuiteTree::key, children);
        }
    }

    private static TreeTableColumn<SuiteLine, Entry> names() {
        SuiteColumn column = new SuiteColumn(
                "arm",
                "The base is the first arm and has a star. Open an arm to see its seeds.",
                NAME_EM,
                line -> new Entry(line.isBase() ? line.arm() + " *" : line.arm(), Double.NaN, line.about()),
                line -> new Entry(
                        "seed %s".formatted(line.cell().seed()), line.cell().seed()));
        TreeTableColumn<SuiteLine, Entry> names = column(column);
        names.setComparator((a, b) -> a.text().compareTo(b.text()));
        return names;
    }

    private static TreeTableColumn<SuiteLine, Entry> column(SuiteColumn of) {
        TreeTableColumn<SuiteLine, Entry> column = new TreeTableColumn<>();
        javafx.scene.control.Label title = new javafx.scene.control.Label(of.title());
        title.setTooltip(new Tooltip(of.help()));
        column.setGraphic(title);
        column.setPrefWidth(of.widthEm() * PX_PER_EM);
        column.setCellValueFactory(row -> row.getValue().valueProperty().map(line -> switch (line) {
            case ArmLine arm -> of.ofArm().apply(arm);
            case FitLine fit -> of.ofFit().apply(fit);
        }));
        column.setCellFactory(c -> new Cell());
        return column;
    }

    /** A cell with a tooltip that has more text. */
    private static final class Cell extends TreeTableCell<SuiteLine, Entry> {
        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setText("");
                setTooltip(null);
            } else {
                setText(entry.text());
                setTooltip(entry.tip().isEmpty() ? null : new Tooltip(entry.tip()));
            }
        }
    }

    /** A row that highlights warnings and opens a fit. */
    private static final class Row extends TreeTableRow<SuiteLine> {
        Row(Runnable open) {
            setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && getItem() instanceof FitLine) {
                    open.run();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable SuiteLine line, boolean empty) {
            super.updateItem(line, empty);
            boolean doubtful =
                    switch (line) {
                        case null -> false;
                        case ArmLine arm ->
                            !arm.row().implausible().isEmpty()
                                    || arm.count(SuiteFitState.Failed.class) > 0
                                    || arm.leftOut().isPresent();
                        case FitLine fit -> fit.state() instanceof SuiteFitState.Failed;
                    };
            pseudoClassStateChanged(DOUBTFUL, doubtful && !empty);
        }
    }
}
