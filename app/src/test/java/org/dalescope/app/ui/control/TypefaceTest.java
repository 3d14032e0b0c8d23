package org.dalescope.app.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypefaceTest {
    private static final FontRenderContext PIXELS = new FontRenderContext(null, true, true);

    @ParameterizedTest
    @ValueSource(strings = {"Regular", "Bold"})
    void allDigitsHaveOneWidthAndTheSignsOfTheWindowAreThere(String style) throws IOException, FontFormatException {
        String file = "/org/dalescope/window/fonts/IBMPlexSans-" + style + ".ttf";
        try (InputStream in = Objects.requireNonNull(TypefaceTest.class.getResourceAsStream(file))) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(100f);
            for (char digit = '0'; digit <= '9'; digit++) {
                assertEquals(width(font, "0"), width(font, String.valueOf(digit)), 1e-6, "digit " + digit);
            }
            assertNotEquals(width(font, "i"), width(font, "W"));
            assertEquals(-1, font.canDisplayUpTo("psth_r 0.62 \u00b1 0.04, R\u00b2, \u00b7 \u2026 E \u203a I"));
            assertEquals(Typeface.FAMILY, font.getFamily());
        }
    }

    private static double width(Font font, String text) {
        return font.getStringBounds(text, PIXELS).getWidth();
    }
}
