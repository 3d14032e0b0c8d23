package org.dalescope.app.window.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dalescope.model.configuration.Preset;
import org.junit.jupiter.api.Test;

class ConfigurationHistoryTest {
    private final ConfigurationViewModel form = new ConfigurationViewModel();
    private final ConfigurationHistory history = new ConfigurationHistory(form);

    private String epochs() {
        return form.setting("training.epochs").text().get();
    }

    private void epochs(String text) {
        form.setting("training.epochs").text().set(text);
        history.look();
    }

    @Test
    void lettersTypedInOneGoAreOneStep() {
        epochs("5");
        epochs("50");
        epochs("500");
        history.undo();
        assertEquals("75", epochs());
        history.redo();
        assertEquals("500", epochs());
        assertFalse(history.canRedo().get());
    }

    @Test
    void aPauseBetweenLettersMakesTwoSteps() {
        epochs("5");
        for (int i = 0; i < 10; i++) {
            history.look();
        }
        epochs("50");
        history.undo();
        assertEquals("5", epochs());
        history.undo();
        assertEquals("75", epochs());
        assertFalse(history.canUndo().get());
    }

    /** A preset changes many settings, and what was written over them comes back with it. */
    @Test
    void aPresetIsOneStepAndTakesNothingAway() {
        epochs("12");
        form.seed().set("7");
        history.look();
        form.preset().set(Preset.named("circuit"));
        history.look();
        assertEquals("300", epochs());
        history.undo();
        assertEquals("default", form.preset().get().name());
        assertEquals("12", epochs());
        assertEquals("7", form.seed().get());
        history.undo();
        assertEquals("1", form.seed().get());
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
        form.seed().set("3");
        history.look();
        history.redo();
        assertEquals("75", epochs());
        assertEquals("3", form.seed().get());
    }
}
