package org.dalescope.app.ui.control;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.FileChooser;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.file.FigureFiles;
import org.dalescope.model.analysis.core.AnalysisFiles;

/** What can be done with a chart: take it away as picture or numbers, look at its numbers, get the command that makes it. */
final class ChartMenu extends ContextMenu {
    /**
     * A chart's menu.
     *
     * @param chart is copied as it looks
     * @param figure what is on show; empty while nothing is
     * @param command makes the figure anew; empty where there is none
     * @param table shows the numbers in place of the curves, or the curves again
     * @param all undoes a zoom
     */
    ChartMenu(Node chart, Supplier<Optional<Figure>> figure, Supplier<String> command, Runnable table, Runnable all) {
        MenuItem commandItem = item("Copy the command that makes it", () -> put(DataFormat.PLAIN_TEXT, command.get()));
        getItems()
                .addAll(
                        item("Copy picture", () -> put(DataFormat.IMAGE, chart.snapshot(null, null))),
                        item("Copy numbers", () -> figure.get()
                                .ifPresent(f -> put(DataFormat.PLAIN_TEXT, AnalysisFiles.csv(f.numbers())))),
                        item("Save as SVG, PNG, PDF or CSV...", () -> figure.get()
                                .ifPresent(f -> save(chart, f))),
                        new SeparatorMenuItem(),
                        item("Show as table, or as chart (T)", table),
                        item("Show all of it (0)", all),
                        commandItem);
        setOnShowing(event -> commandItem.setVisible(!command.get().isEmpty()));
    }

    private static MenuItem item(String words, Runnable act) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> act.run());
        return item;
    }

    private static void put(DataFormat format, Object content) {
        Clipboard.getSystemClipboard().setContent(Map.of(format, content));
    }

    private static void save(Node chart, Figure figure) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save %s".formatted(figure.title()));
        chooser.setInitialFileName(figure.name() + ".svg");
        for (String ending : new String[] {"svg", "png", "pdf", "csv"}) {
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(ending.toUpperCase(java.util.Locale.ROOT), "*." + ending));
        }
        Optional<Path> file = Optional.ofNullable(
                        chooser.showSaveDialog(chart.getScene().getWindow()))
                .map(File::toPath);
        file.ifPresent(path -> FigureFiles.save(figure, path));
    }
}
