package org.dalescope.app.ui.control;

import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;

/**
 * The typeface of the window and its charts, which comes with the program. All its digits have the same width, so that
 * numbers below each other and numbers that change do not move.
 */
public final class Typeface {
    /** The name of the family in style sheets and chart themes. */
    public static final String FAMILY = "IBM Plex Sans";

    private static final String FILES = "/org/dalescope/window/fonts/IBMPlexSans-";
    private static final List<String> STYLES = List.of("Regular", "Bold");

    private Typeface() {}

    /** Loads the typeface at the first call; later calls do nothing. */
    public static void load() {
        Loaded.ONCE.forEach(family -> {
            if (!family.equals(FAMILY)) {
                throw new IllegalStateException("The typeface of the window is " + family);
            }
        });
    }

    /** Class initialisation loads the typeface once for the process, because it cannot be unloaded. */
    private static final class Loaded {
        static final List<String> ONCE = STYLES.stream().map(Loaded::family).toList();

        private static String family(String style) {
            try (InputStream forWindow = open(style);
                    InputStream forCharts = open(style)) {
                // Charts draw with the fonts of AWT and pass the name of the family on to JavaFX.
                GraphicsEnvironment.getLocalGraphicsEnvironment()
                        .registerFont(java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, forCharts));
                return Font.loadFont(forWindow, -1).getFamily();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("The typeface of the window is damaged", e);
            }
        }

        private static InputStream open(String style) {
            return Objects.requireNonNull(Typeface.class.getResourceAsStream(FILES + style + ".ttf"), style);
        }
    }
}
