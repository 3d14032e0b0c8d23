package org.dalescope.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void argumentsStandWhereTheirNumberIs() {
        assertEquals("B of A, B again", Messages.fill("{1} of {0}, {1} again", "A", "B"));
    }

    @Test
    void valuesAreWrittenAsJavaWritesThem() {
        assertEquals("1234567 units, 0.5, E, null", Messages.fill("{0} units, {1}, {2}, {3}", 1234567, 0.5, 'E', null));
    }

    @Test
    void apostrophesAndOtherBracesAreTheirSelves() {
        assertEquals("the suite's {arm} '7' {", Messages.fill("the suite's {arm} '{0}' {", 7));
    }

    @Test
    void whatIsPutInIsNotReadAsAMessage() {
        assertEquals("{1} $0 \\ x", Messages.fill("{0} {1}", "{1} $0 \\", "x"));
    }

    @Test
    void aPatternOfNumbersPassesUntouched() {
        assertEquals("%.3f of 100 %%", Messages.fill("%.3f of {0} %%", 100));
    }

    @Test
    void aPlaceholderWithoutArgumentIsRefused() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Messages.fill("{0} and {1}", "one"));
        assertTrue(String.valueOf(refused.getMessage()).contains("{1}"), "names the placeholder");
    }

    @Test
    void aMissingKeyIsRefused() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Messages.of("nowhere.no-such-message"));
        assertEquals("no message has the key nowhere.no-such-message", String.valueOf(refused.getMessage()));
    }
}
