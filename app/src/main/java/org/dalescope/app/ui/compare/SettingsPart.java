package org.dalescope.app.ui.compare;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.ShortRunName;
import org.dalescope.app.ui.control.ColumnWidth;
import org.dalescope.model.library.RunEntry;
import org.dalescope.model.run.comparison.SettingDifferences;

/** The part of the compare view that lists the settings in which the runs differ, one per row. */
final class SettingsPart implements ComparePart {
    private static final double KEY_WIDTH = 220;
    private static final double RUN_WIDTH = 150;
    private static final int LETTERS = 22;
    private final TableView<SettingDifferences.Row> table = new TableView<>();
    private final Label words = new Label();
    private final Tab tab;

    SettingsPart() {
        table.setId("compare-settings");
        table.setAccessibleText("Settings that differ between the runs");
        table.getStyleClass().add(Styles.DENSE);
        table.setPlaceholder(
                new Label("All runs have the same settings; they may differ in seed, session and split (see Table)."));
        words.setId("compare-settings-words");
        VBox foot = new VBox(words);
        foot.getStyleClass().add("scope-head");
        BorderPane content = new BorderPane(table);
        content.setBottom(foot);
        this.tab = new Tab("Settings", content);
    }

    @Override
    public Tab tab() {
        return tab;
    }

    @Override
    public void show(RunComparison comparison, ChartTheme theme) {
        List<RunEntry> runs = comparison.runs().stream().map(ComparedRun::entry).toList();
        List<SettingDifferences.Row> rows =
                SettingDifferences.of(runs.stream().map(RunEntry::settings).toList());
        table.getColumns().clear();
        table.getColumns().add(column("Setting", KEY_WIDTH, -1));
        for (int i = 0; i < runs.size(); i++) {
            String title = ShortRunName.of(runs.get(i).name(), LETTERS);
            table.getColumns().add(column(title, Math.max(RUN_WIDTH, ColumnWidth.least(title)), i));
        }
        table.getItems().setAll(rows);
        int all = runs.isEmpty() ? 0 : runs.getFirst().settings().size();
        words.setText(
                "%s%s of %s.".formatted(rows.size(), rows.size() == 1 ? " setting differs" : " settings differ", all));
    }

    /** The column of a run; index -1 is the column of the keys. */
    private static TableColumn<SettingDifferences.Row, String> column(String title, double width, int run) {
        TableColumn<SettingDifferences.Row, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new SimpleStringProperty(
                run < 0 ? row.getValue().key() : row.getValue().values().get(run)));
        return column;
    }
}
