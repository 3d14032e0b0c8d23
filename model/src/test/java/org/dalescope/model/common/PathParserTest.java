package org.dalescope.model.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PathParserTest {
    @Test
    void whatNoPathMayHoldIsRefusedWithItsPlace() {
        assertEquals(Path.of("a", "b"), PathParser.of("a/b", "plan.json: split"));
        InputError refusal = assertThrows(InputError.class, () -> PathParser.of("a\0b", "plan.json: split"));
        assertEquals(
                "plan.json: split is not a valid path (Nul character not allowed): correct it.", refusal.sentence());
    }
}
