package org.dalescope.model.math.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known answers of Random123, the authors' own library: {@code threefry2x32 13} in its kat_vectors. */
class ThreefryTest {
    @ParameterizedTest
    @CsvSource({
        "00000000, 00000000, 00000000, 00000000, 9d1c5ec68bd50731",
        "ffffffff, ffffffff, ffffffff, ffffffff, fd36d0482d17272c",
        "243f6a88, 85a308d3, 13198a2e, 03707344, ba3e4725f27d669e"
    })
    void knownAnswers(String counter0, String counter1, String key0, String key1, String answer) {
        long bits = Threefry.bits(word(key0), word(key1), word(counter0), word(counter1));
        assertEquals(answer, "%016x".formatted(bits));
    }

    private static int word(String hexadecimal) {
        return Integer.parseUnsignedInt(hexadecimal, 16);
    }
}
