package org.dalescope.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.app.chart.SeenColour.Vision;
import org.dalescope.app.chart.comparison.RunColours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Charts can be read: enough contrast, and E apart from I for every kind of colour vision. */
class ColourTest {
    /** WCAG 2.2, success criterion 1.4.3 (text) and 1.4.11 (what has to be seen of a graphic). */
    private static final double TEXT = 4.5;

    private static final double LINE = 3;

    /**
     * A just noticeable difference is 2.3 (Mahy and others 1994) between large fields side by side. Thin lines far from each other
     * look much more alike; twenty times that leaves no doubt which of two classes a line is of.
     */
    private static final double CLASSES = 46;

    /** Ten times: the recorded data, which also have a band and another width, beside the model. */
    private static final double DATA = 23;

    private static final List<ChartTheme> THEMES = List.of(ChartTheme.light(), ChartTheme.dark());

    @Test
    void theFormulasGivePublishedValues() {
        assertEquals(21, SeenColour.contrast(Color.BLACK, Color.WHITE), 1e-9);
        assertEquals(4.48, SeenColour.contrast(Color.decode("#777777"), Color.WHITE), 0.005);
        assertEquals(4.54, SeenColour.contrast(Color.decode("#767676"), Color.WHITE), 0.005);
        double[] red = SeenColour.lab(Color.RED, Vision.NORMAL);
        assertEquals(53.24, red[0], 0.01);
        assertEquals(80.09, red[1], 0.01);
        assertEquals(67.20, red[2], 0.01);
        // White's a and b are 0, and no matrix of Machado colours a grey.
        for (Vision vision : Vision.values()) {
            assertEquals(0, SeenColour.distance(Color.GRAY, Color.GRAY, vision));
            assertEquals(0, SeenColour.lab(Color.WHITE, vision)[1], 0.01);
        }
    }

    @Test
    void textCanBeRead() {
        for (ChartTheme theme : THEMES) {
            for (Color text : List.of(theme.foreground(), theme.muted(), theme.accent())) {
                assertAbove(TEXT, SeenColour.contrast(text, theme.background()), text);
            }
        }
    }

    @Test
    void linesCanBeSeen() {
        for (ChartTheme theme : THEMES) {
            for (Color line : List.of(
                    theme.excitatory(),
                    theme.inhibitory(),
                    theme.data(),
                    theme.ghost(),
                    theme.accent(),
                    theme.second())) {
                assertAbove(LINE, SeenColour.contrast(line, theme.background()), line);
            }
            IntStream.range(0, 6)
                    .mapToObj(i -> RunColours.of(i, theme).colour())
                    .forEach(line -> assertAbove(LINE, SeenColour.contrast(line, theme.background()), line));
        }
    }

    @ParameterizedTest
    @EnumSource(Vision.class)
    void excitatoryAndInhibitoryStayApartAndBothFromTheData(Vision vision) {
        for (ChartTheme theme : THEMES) {
            assertAbove(
                    CLASSES, SeenColour.distance(theme.excitatory(), theme.inhibitory(), vision), theme.excitatory());
            for (Color model : List.of(theme.excitatory(), theme.inhibitory())) {
                assertAbove(DATA, SeenColour.distance(model, theme.data(), vision), model);
            }
        }
    }

    private static void assertAbove(double least, double is, Color colour) {
        assertTrue(is >= least, () -> "#" + Integer.toHexString(colour.getRGB()).substring(2) + ": " + is);
    }
}
