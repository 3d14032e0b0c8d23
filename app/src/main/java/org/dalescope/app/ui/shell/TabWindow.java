package org.dalescope.app.ui.shell;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/** A tab in a window of its own. */
final class TabWindow {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 700;
    private final Stage stage = new Stage();

    /**
     * The window, not shown yet.
     *
     * @param owner it closes with the window of this node
     * @param dress gives its scene keys, letters and style sheet
     * @param closed told once it is closed, when the tab has its content back
     */
    TabWindow(Tab tab, Node owner, Consumer<Scene> dress, Runnable closed) {
        Node content = tab.getContent();
        tab.setContent(new BorderPane());
        BorderPane root = new BorderPane(content);
        root.getStyleClass().add("dalescope");
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        dress.accept(scene);
        stage.setScene(scene);
        stage.setTitle(tab.getText() + " - Dalescope");
        stage.initOwner(owner.getScene().getWindow());
        stage.setOnHidden(event -> {
            root.setCenter(null);
            tab.setContent(content);
            closed.run();
        });
    }

    void show() {
        stage.show();
    }

    void toFront() {
        stage.toFront();
    }

    void close() {
        stage.close();
    }
}
