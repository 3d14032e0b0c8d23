package org.dalescope.app.ui.keyboard;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/**
 * The names of the keys in keyboard shortcuts as printed on a keyboard, such as "Ctrl+\\"; JavaFX would write the name
 * of a constant.
 */
final class KeyNames {
    private static final KeyCode ANY = KeyCode.A;

    private KeyNames() {}

    static String of(KeyCombination combination) {
        if (!(combination instanceof KeyCodeCombination keys)) {
            return combination.getDisplayText();
        }
        // The modifiers precede the key and are written as on the platform.
        String shown = new KeyCodeCombination(
                        ANY, keys.getShift(), keys.getControl(), keys.getAlt(), keys.getMeta(), keys.getShortcut())
                .getDisplayText();
        return shown.substring(0, shown.length() - ANY.getName().length()) + of(keys.getCode());
    }

    private static String of(KeyCode key) {
        return sign(key).orElseGet(key::getName);
    }

    private static Optional<String> sign(KeyCode key) {
        return switch (key) {
            case BACK_SLASH -> Optional.of("\\");
            case SLASH -> Optional.of("/");
            case COMMA -> Optional.of(",");
            case PERIOD -> Optional.of(".");
            case EQUALS -> Optional.of("=");
            case PLUS, ADD -> Optional.of("+");
            case MINUS, SUBTRACT -> Optional.of("-");
            case SEMICOLON -> Optional.of(";");
            case QUOTE -> Optional.of("'");
            case BACK_QUOTE -> Optional.of("`");
            case OPEN_BRACKET -> Optional.of("[");
            case CLOSE_BRACKET -> Optional.of("]");
            default -> Optional.empty();
        };
    }
}
