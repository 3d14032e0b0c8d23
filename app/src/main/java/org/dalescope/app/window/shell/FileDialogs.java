package org.dalescope.app.window.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks the person for a file or folder; tests answer without a dialog, which the headless platform has not. */
public interface FileDialogs {
    Optional<Path> session(Window owner);

    Optional<Path> runFolder(Window owner, Path start);

    Optional<Path> plan(Window owner);

    /** Opens a page in the desktop's browser; not a dialog, yet the headless platform has none either. */
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
                                new FileChooser.ExtensionFilter("Sessions", "*.mat", "*.dalescope"),
                                new FileChooser.ExtensionFilter("All files", "*"));
                return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> plan(Window owner) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle("Choose the plan of a suite");
                chooser.getExtensionFilters()
                        .addAll(
                                new FileChooser.ExtensionFilter("Plans", "*.json"),
                                new FileChooser.ExtensionFilter("All files", "*"));
                return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
            }

            @Override
            public void show(Path page) {
                browser.accept(page.toUri().toString());
            }

            @Override
            public Optional<Path> runFolder(Window owner, Path start) {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle("Open a run folder");
                if (start.toFile().isDirectory()) {
                    chooser.setInitialDirectory(start.toFile());
                }
                return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
            }
        };
    }
}
