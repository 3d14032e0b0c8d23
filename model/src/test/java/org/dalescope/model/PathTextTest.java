package org.dalescope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PathTextTest {
    @Test
    void whatNoPathMayHoldIsRefusedWithItsPlace() {
        assertEquals(Path.of("a", "b"), PathText.of("a/b", "plan.json: split"));
        Refusal refusal = assertThrows(Refusal.class, () -> PathText.of("a\0b", "plan.json: split"));
        assertEquals("plan.json: split cannot be a path (Nul character not allowed): correct it.", refusal.sentence());
    }
}
