package org.dalescope.app.ui.library;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.dalescope.model.library.RunEntry;
import org.dalescope.model.library.RunNotes;

/**
 * The editor of the tags and note of the run selected in the library's list; it saves them when Enter is pressed or the
 * field loses focus.
 */
final class NotesPane extends VBox {
    private final LibraryService desk;
    private final TextField tags = new TextField();
    private final TextArea note = new TextArea();
    private final Label whose = label("", tags);
    private Optional<RunEntry> run = Optional.empty();

    NotesPane(LibraryService desk) {
        this.desk = desk;
        setId("library-notes");
        getStyleClass().add("library-foot");
        tags.setId("run-tags");
        tags.setPromptText("Tags, separated by commas");
        tags.setOnAction(event -> write());
        tags.focusedProperty().subscribe(focused -> writeIfLeft(focused));
        note.setId("run-note");
        note.setPromptText("Note");
        note.setPrefRowCount(2);
        note.setWrapText(true);
        note.focusedProperty().subscribe(focused -> writeIfLeft(focused));
        note.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                write();
                event.consume();
            }
        });
        Label ofNote = label("Note", note);
        whose.setId("notes-of");
        whose.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        getChildren().addAll(whose, tags, ofNote, note);
        show(Optional.empty());
    }

    /** Shows a run's notes; text that was typed for the previous run is saved first. */
    void show(Optional<RunEntry> now) {
        boolean same = run.map(RunEntry::run).equals(now.map(RunEntry::run));
        if (!same) {
            write();
        }
        run = now;
        boolean typing = tags.isFocused() || note.isFocused();
        if (!same || !typing) {
            RunNotes notes = now.map(RunEntry::notes).orElse(RunNotes.NONE);
            tags.setText(notes.tagLine());
            note.setText(notes.note());
        }
        whose.setText("Tags of %s".formatted(now.map(RunEntry::name).orElse("")));
        setVisible(now.isPresent());
        setManaged(now.isPresent());
    }

    private void writeIfLeft(boolean focused) {
        if (!focused) {
            write();
        }
    }

    private void write() {
        run.ifPresent(is -> {
            RunNotes now = is.notes().withTags(tags.getText()).withNote(note.getText());
            if (!now.equals(is.notes())) {
                desk.write(is, now);
                run = Optional.of(is.with(now));
            }
        });
    }

    private static Label label(String words, javafx.scene.Node of) {
        Label label = new Label(words);
        label.setLabelFor(of);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        return label;
    }
}
