package org.dalescope.app.ui.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.dalescope.app.ui.keyboard.Shortcut;
import org.dalescope.app.ui.library.LibraryActions;
import org.dalescope.app.ui.workspace.RunOutputs;
import org.dalescope.model.run.export.ExportFormat;

/**
 * The user's commands for runs, started from the menu of the library list: open, copy, compare, export and report.
 */
public final class LibraryCommands implements LibraryActions {
    private final RunOutputs outputs;
    private final FileDialogs dialogs;
    private final Consumer<Shortcut> select;
    private final Consumer<Path> open;

    /**
     * The actions of the library.
     *
     * @param select shows a view
     * @param open opens a file or folder and shows it
     */
    public LibraryCommands(RunOutputs outputs, FileDialogs dialogs, Consumer<Shortcut> select, Consumer<Path> open) {
        this.outputs = outputs;
        this.dialogs = dialogs;
        this.select = select;
        this.open = open;
    }

    @Override
    public void open(Path path) {
        open.accept(path);
    }

    @Override
    public void reveal(Path folder) {
        dialogs.show(folder);
    }

    @Override
    public void copy(String words) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, words));
    }

    @Override
    public void showComparison() {
        select.accept(Shortcut.COMPARE);
    }

    @Override
    public void export(Path run, ExportFormat format) {
        outputs.export(run, format);
    }

    @Override
    public void report(Path folder) {
        outputs.report(folder, dialogs::show);
    }
}
