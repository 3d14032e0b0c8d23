package org.dalescope.app.ui.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dalescope.model.settings.Preset;
import org.junit.jupiter.api.Test;

class ConfigurationHistoryTest {
    private final ConfigurationViewModel form = new ConfigurationViewModel();
    private final ConfigurationHistory history = new ConfigurationHistory(form);

    private String epochs() {
        return form.setting("training.epochs").textProperty().get();
    }

    private void epochs(String text) {
        form.setting("training.epochs").textProperty().set(text);
        history.update();
    }

    @Test
    void lettersTypedInOneGoAreOneStep() {
        epochs("5");
        epochs("50");
        epochs("500");
        history.undo();
        assertEquals("150", epochs());
        history.redo();
        assertEquals("500", epochs());
        assertFalse(history.canRedoProperty().get());
    }

    @Test
    void aPauseBetweenLettersMakesTwoSteps() {
        epochs("5");
        for (int i = 0; i < 10; i++) {
            history.update();
        }
        epochs("50");
        history.undo();
        assertEquals("5", epochs());
        history.undo();
        assertEquals("150", epochs());
        assertFalse(history.canUndoProperty().get());
    }

    /** A preset changes many settings, and what was written over them comes back with it. */
    @Test
    void aPresetIsOneStepAndTakesNothingAway() {
        epochs("12");
        form.seedProperty().set("7");
        history.update();
        form.presetProperty().set(Preset.named("circuit"));
        history.update();
        assertEquals("300", epochs());
        history.undo();
        assertEquals("default", form.presetProperty().get().name());
        assertEquals("12", epochs());
        assertEquals("7", form.seedProperty().get());
        history.undo();
        assertEquals("1", form.seedProperty().get());
    }

    /** What is not legal is kept as it was written. */
    @Test
    void anIllegalTextComesBackToo() {
        epochs("many");
        ConfigurationState left = form.state();
        form.reset();
        form.restore(left);
        assertEquals("many", epochs());
        assertTrue(form.configuration().get().isEmpty());
    }

    @Test
    void aNewChangeForgetsWhatWasUndone() {
        epochs("12");
        history.undo();
        form.seedProperty().set("3");
        history.update();
        history.redo();
        assertEquals("150", epochs());
        assertEquals("3", form.seedProperty().get());
    }
}
