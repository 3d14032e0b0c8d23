package org.dalescope.app.ui.command;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** A command of the user: opens the file or folder that is dropped on the window. */
public final class FileDrop {
    private FileDrop() {}

    public static void accept(Node target, Consumer<Path> open) {
        target.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        target.setOnDragDropped(event -> dropped(event, open));
    }

    private static void dropped(DragEvent event, Consumer<Path> open) {
        Optional<Path> path =
                event.getDragboard().getFiles().stream().findFirst().map(File::toPath);
        path.ifPresent(open);
        event.setDropCompleted(path.isPresent());
        event.consume();
    }
}
