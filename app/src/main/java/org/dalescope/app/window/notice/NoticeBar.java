package org.dalescope.app.window.notice;

import atlantafx.base.theme.Styles;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The bar below the tool bar that shows a message until it is closed. */
public final class NoticeBar extends HBox {
    private final Label kind = new Label();
    private final Label sentence = new Label();
    private final Button copy = new Button("Copy report");
    private final FlowPane remedies = new FlowPane();

    public NoticeBar(Notices notices) {
        getStyleClass().add("notice-bar");
        setAlignment(Pos.CENTER_LEFT);
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
        copy.setOnAction(event -> notices.shown().get().ifPresent(n -> Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, n.report()))));
        Button close = new Button("Close");
        close.setId("close-notice");
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(event -> notices.dismiss());
        getChildren().addAll(kind, words, copy, close);
        notices.shown().subscribe(this::show);
    }

    private static Button button(Notice.Remedy remedy) {
        Button button = new Button(remedy.words());
        button.setId(remedy.id());
        button.setOnAction(event -> remedy.act().run());
        return button;
    }

    private void show(Optional<Notice> notice) {
        setVisible(notice.isPresent());
        setManaged(notice.isPresent());
        getStyleClass().removeAll(Styles.BG_ACCENT_SUBTLE, Styles.BG_WARNING_SUBTLE, Styles.BG_DANGER_SUBTLE);
        notice.ifPresent(n -> {
            sentence.setText(n.sentence());
            remedies.getChildren()
                    .setAll(n.remedies().stream().map(NoticeBar::button).toList());
            copy.setVisible(!n.report().isEmpty());
            copy.setManaged(!n.report().isEmpty());
            kind.setText(
                    switch (n.kind()) {
                        case INFORMATION -> "Note";
                        case REFUSAL -> "Refused";
                        case FAILURE -> "Error";
                    });
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
