package org.dalescope.app.ui.shell;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/** A separate window that shows one tab of the main window. */
final class TabWindow {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 700;
    private final Stage stage = new Stage();

    /**
     * A window that is not shown yet.
     *
     * @param owner a node of the main window; this window closes with it
     * @param dress applies shortcuts, font size and style sheet to the scene
     * @param closed called after the window is closed and the tab has its content again
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
