package org.dalescope.model.suite.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dalescope.model.common.InputError;
import org.junit.jupiter.api.Test;

class SeedListTest {
    @Test
    void aNumberCountsFromOneAndAListIsTakenAsItIs() {
        assertEquals(List.of(1L, 2L, 3L), SeedList.of("3"));
        assertEquals(List.of(3L, 7L, 42L), SeedList.of("3, 7,42"));
    }

    @Test
    void anythingElseIsRefused() {
        for (String text : List.of("", "many", "3,", "1.5", "99999")) {
            assertThrows(InputError.class, () -> SeedList.of(text), text);
        }
    }
}
