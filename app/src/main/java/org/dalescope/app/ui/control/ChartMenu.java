package org.dalescope.app.ui.control;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
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

/**
 * The context menu that the charts of all views share: export as picture or numbers, show the numbers, copy the command
 * that makes it.
 */
final class ChartMenu extends ContextMenu {
    /**
     * The menu of a chart.
     *
     * @param chart the node that is copied as it looks
     * @param figure the shown figure; empty while nothing is shown
     * @param command the command that makes the figure again; empty if there is none
     * @param table switches between curves and numbers
     * @param all undoes a zoom
     */
    ChartMenu(Node chart, Supplier<Optional<Figure>> figure, Supplier<String> command, Runnable table, Runnable all) {
        MenuItem commandItem = item("Copy the command for this chart", () -> put(DataFormat.PLAIN_TEXT, command.get()));
        getItems()
                .addAll(
                        item("Copy picture", () -> put(DataFormat.IMAGE, chart.snapshot(null, null))),
                        item("Copy numbers", () -> figure.get()
                                .ifPresent(f -> put(DataFormat.PLAIN_TEXT, AnalysisFiles.csv(f.numbers())))),
                        item("Save as SVG, PNG, PDF or CSV...", () -> figure.get()
                                .ifPresent(f -> save(chart, f))),
                        new SeparatorMenuItem(),
                        item("Switch between chart and table (T)", table),
                        item("Show everything (0)", all),
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
                    .add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
        }
        Optional<Path> file = Optional.ofNullable(
                        chooser.showSaveDialog(chart.getScene().getWindow()))
                .map(File::toPath);
        file.ifPresent(path -> FigureFiles.save(figure, path));
    }
}
