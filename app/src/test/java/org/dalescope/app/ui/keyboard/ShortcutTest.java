package org.dalescope.app.ui.keyboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

class ShortcutTest {
    @Test
    void keysAreShownAsTheyAreOnTheKeyboard() {
        assertEquals("Ctrl+\\", Shortcut.SPLIT.shown());
        assertEquals("Ctrl+Shift+\\", sorted(Shortcut.UNDOCK.shown()));
        assertEquals("Ctrl+,", Shortcut.PREFERENCES.shown());
        assertEquals("Ctrl+.", Shortcut.STOP.shown());
        assertEquals("Ctrl+=", Shortcut.LARGER.shown());
        assertEquals("Ctrl+-", Shortcut.SMALLER.shown());
        assertEquals("Ctrl+1", Shortcut.SESSION.shown());
        assertEquals("Ctrl+Enter", Shortcut.START.shown());
        assertEquals("F1", Shortcut.KEYS.shown());
        assertEquals("Ctrl+Left", KeyNames.of(KeyCombination.valueOf("Shortcut+LEFT")));
        assertEquals("Ctrl+/", KeyNames.of(KeyCombination.valueOf("Shortcut+SLASH")));
        assertEquals("Ctrl++", KeyNames.of(KeyCombination.valueOf("Shortcut+PLUS")));
    }

    @Test
    void noKeyHasTheNameOfAConstant() {
        for (Shortcut shortcut : Shortcut.values()) {
            String shown = sorted(shortcut.shown());
            assertInstanceOf(KeyCodeCombination.class, shortcut.combination(), shown);
            assertTrue(shown.matches("(Ctrl\\+)?(Shift\\+)?(.|Enter|F1)"), shown);
            assertTrue(shortcut.tip().endsWith(" (" + shortcut.shown() + ")"), shortcut.tip());
        }
    }

    /** The order of the modifiers is the platform's. */
    private static String sorted(String keys) {
        List<String> modifiers = Arrays.stream(new String[] {"Ctrl+", "Shift+"})
                .filter(keys::contains)
                .toList();
        return String.join("", modifiers) + keys.replace("Ctrl+", "").replace("Shift+", "");
    }
}
