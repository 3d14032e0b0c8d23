package org.dalescope.app.ui.notification;

import atlantafx.base.theme.Styles;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The card over the lower right corner of the window that shows a message until the user closes it, and earlier
 * messages on demand. It covers a part of the window, so that nothing moves when it appears.
 */
public final class NotificationBar extends VBox {
    private final Label kind = new Label();
    private final Label sentence = new Label();
    private final Button copy = new Button("Copy report");
    private final FlowPane remedies = new FlowPane();

    public NotificationBar(Notifications notices) {
        getStyleClass().add("notice-bar");
        setId("notice-bar");
        StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
        setMaxHeight(USE_PREF_SIZE);
        kind.getStyleClass().add(Styles.TEXT_BOLD);
        kind.setMinWidth(USE_PREF_SIZE);
        sentence.setWrapText(true);
        sentence.setId("notice");
        sentence.setMaxWidth(Double.MAX_VALUE);
        remedies.getStyleClass().add("control-row");
        remedies.managedProperty().bind(Bindings.isNotEmpty(remedies.getChildren()));
        VBox words = new VBox(sentence, remedies);
        words.getStyleClass().add("notice-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(event -> notices.shownProperty().get().ifPresent(n -> Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, n.report()))));
        Button close = new Button("Close");
        close.setId("close-notice");
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(event -> notices.dismiss());
        HBox newest = new HBox(kind, words, earlierButton(notices), copy, close);
        newest.setAlignment(Pos.CENTER_LEFT);
        newest.getStyleClass().add("notice-row");
        getChildren().addAll(newest, earlier(notices));
        notices.shownProperty().subscribe(this::show);
    }

    private static ToggleButton earlierButton(Notifications notices) {
        ToggleButton earlier = new ToggleButton("Earlier messages");
        earlier.setId("show-earlier-notices");
        earlier.setMinWidth(USE_PREF_SIZE);
        earlier.selectedProperty().bindBidirectional(notices.unfoldedProperty());
        earlier.visibleProperty().bind(Bindings.size(notices.past()).greaterThan(1));
        earlier.managedProperty().bind(earlier.visibleProperty());
        return earlier;
    }

    /** The list of all messages except the newest, which is shown above. */
    private static ScrollPane earlier(Notifications notices) {
        VBox lines = new VBox();
        lines.setId("earlier-notices");
        lines.getStyleClass().add("notice-words");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.getStyleClass().add("earlier-notices");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("Earlier messages");
        scroll.visibleProperty()
                .bind(notices.unfoldedProperty()
                        .and(Bindings.size(notices.past()).greaterThan(1)));
        scroll.managedProperty().bind(scroll.visibleProperty());
        notices.past().subscribe(() -> lines.getChildren()
                .setAll(notices.past().stream()
                        .skip(1)
                        .map(NotificationBar::line)
                        .toList()));
        return scroll;
    }

    private static Label line(PastNotification past) {
        Label line = new Label(past.words());
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }

    private static Button button(Notification.Remedy remedy) {
        Button button = new Button(remedy.words());
        button.setMnemonicParsing(false);
        button.setId(remedy.id());
        button.setOnAction(event -> remedy.act().run());
        return button;
    }

    private void show(Optional<Notification> notice) {
        setVisible(notice.isPresent());
        setManaged(notice.isPresent());
        getStyleClass().removeAll(Styles.BG_ACCENT_SUBTLE, Styles.BG_WARNING_SUBTLE, Styles.BG_DANGER_SUBTLE);
        notice.ifPresent(n -> {
            sentence.setText(n.sentence());
            remedies.getChildren()
                    .setAll(n.remedies().stream().map(NotificationBar::button).toList());
            copy.setVisible(!n.report().isEmpty());
            copy.setManaged(!n.report().isEmpty());
            kind.setText(n.kind().word());
            getStyleClass()
                    .add(
                            switch (n.kind()) {
                                case INFORMATION -> Styles.BG_ACCENT_SUBTLE;
                                case REFUSAL -> Styles.BG_WARNING_SUBTLE;
                                case FAILURE -> Styles.BG_DANGER_SUBTLE;
                            });
        });
    }
}
