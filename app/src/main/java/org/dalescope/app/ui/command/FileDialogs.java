package org.dalescope.app.ui.command;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/**
 * Dialogs in which the user chooses a file or folder; tests replace them, because the headless platform has no dialogs.
 */
public interface FileDialogs {
    Optional<Path> session(Window owner);

    Optional<Path> folder(Window owner, Path start);

    /** Asks for the file of a split to read. */
    Optional<Path> openSplit(Window owner);

    /** Asks where to write a split. */
    Optional<Path> saveSplit(Window owner);

    Optional<Path> plan(Window owner);

    /**
     * Asks for a file of settings to read.
     *
     * @param start the folder that the dialog shows first, if it exists
     */
    Optional<Path> settings(Window owner, Path start);

    /**
     * Asks where to write settings.
     *
     * @param start the folder that the dialog shows first, if it exists
     */
    Optional<Path> saveSettings(Window owner, Path start);

    /** Asks for the file of a mapping to read. */
    Optional<Path> mapping(Window owner);

    /** Asks where to write a mapping. */
    Optional<Path> saveMapping(Window owner);

    /**
     * Asks where to write a table as CSV.
     *
     * @param name the name of the table
     */
    Optional<Path> saveTable(Window owner, String name);

    /** Asks for the folder of a libtorch. */
    Optional<Path> libtorch(Window owner);

    /** Opens a page in the desktop's browser. This is not a dialog, but the headless platform has no browser either. */
    void show(Path page);

    /**
     * The dialogs of the desktop.
     *
     * @param browser opens an address
     */
    static FileDialogs desktop(Consumer<String> browser) {
        return new FileDialogs() {
            @Override
            public Optional<Path> session(Window owner) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle("Open a session");
                chooser.getExtensionFilters()
                        .addAll(
                                new FileChooser.ExtensionFilter(
                                        "Sessions",
                                        "*.mat",
                                        "*.nwb",
                                        "*.npz",
                                        "*.h5",
                                        "*.hdf5",
                                        "*.csv",
                                        "*.tsv",
                                        "*.dalescope"),
                                new FileChooser.ExtensionFilter("All files", "*"));
                return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> plan(Window owner) {
                return Optional.ofNullable(
                                json("Choose the plan of a suite", "Plans").showOpenDialog(owner))
                        .map(File::toPath);
            }

            @Override
            public Optional<Path> mapping(Window owner) {
                return Optional.ofNullable(json("Load a mapping", "Mappings").showOpenDialog(owner))
                        .map(File::toPath);
            }

            @Override
            public Optional<Path> saveMapping(Window owner) {
                FileChooser chooser = json("Save the mapping", "Mappings");
                chooser.setInitialFileName("mapping.json");
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> saveTable(Window owner, String name) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle("Save the table");
                chooser.setInitialFileName(name + ".csv");
                chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Tables", "*.csv"));
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> settings(Window owner, Path start) {
                FileChooser chooser = beginIn(start, json("Load settings", "Settings"));
                return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> saveSettings(Window owner, Path start) {
                FileChooser chooser = beginIn(start, json("Save the settings", "Settings"));
                chooser.setInitialFileName("my preset.json");
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            private static FileChooser beginIn(Path start, FileChooser chooser) {
                if (start.toFile().isDirectory()) {
                    chooser.setInitialDirectory(start.toFile());
                }
                return chooser;
            }

            private FileChooser json(String title, String what) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.getExtensionFilters()
                        .addAll(
                                new FileChooser.ExtensionFilter(what, "*.json"),
                                new FileChooser.ExtensionFilter("All files", "*"));
                return chooser;
            }

            @Override
            public void show(Path page) {
                browser.accept(page.toUri().toString());
            }

            @Override
            public Optional<Path> libtorch(Window owner) {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle("Choose an unpacked libtorch");
                return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> folder(Window owner, Path start) {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle("Open the folder of a recording, a run or a suite");
                if (start.toFile().isDirectory()) {
                    chooser.setInitialDirectory(start.toFile());
                }
                return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> openSplit(Window owner) {
                return Optional.ofNullable(splits("Import a split").showOpenDialog(owner))
                        .map(File::toPath);
            }

            @Override
            public Optional<Path> saveSplit(Window owner) {
                FileChooser chooser = splits("Export the split");
                chooser.setInitialFileName("split.json");
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            private FileChooser splits(String title) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Splits", "*.json"));
                return chooser;
            }
        };
    }
}
