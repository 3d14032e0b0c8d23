package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.dalescope.model.common.io.Preferences;
import org.junit.jupiter.api.Test;

/** The preferences as a person uses them. Nothing is written: the folder that is chosen is a wrong one. */
class PreferencesWindowTest extends WindowFlow {
    private boolean isOpen() {
        return lookup("#preferences").query().isVisible();
    }

    @Test
    void aWrongFolderIsExplainedAndTheSelfTestReportsToCopy() throws TimeoutException {
        Optional<?> before = Preferences.standard().libtorch();
        clickOn("#open-palette");
        interact(() -> lookup("#palette-query").queryAs(TextField.class).setText("preferences"));
        type(KeyCode.ENTER);
        await(this::isOpen);
        await(() -> text("#libtorch-in-use").startsWith("In use now: "));
        answer = Optional.of(folder.resolve("nowhere"));
        clickOn("#choose-libtorch");
        await(() -> text("#libtorch-verdict").startsWith("There is no folder " + folder.resolve("nowhere")));
        assertEquals(before, Preferences.standard().libtorch());
        clickOn("#self-test");
        TextArea report = lookup("#self-test-report").queryAs(TextArea.class);
        await(() -> !report.getText().isEmpty());
        assertTrue(report.getText().startsWith("Dalescope "), report.getText());
        assertTrue(report.getText().contains("tensor on CUDA"), report.getText());
        clickOn("#copy-report");
        interact(() ->
                assertEquals(report.getText(), Clipboard.getSystemClipboard().getString()));
        type(KeyCode.ESCAPE);
        await(() -> !isOpen());
        push(KeyCode.CONTROL, KeyCode.COMMA);
        await(this::isOpen);
        clickOn("#close-preferences");
        await(() -> !isOpen());
    }
}
