package org.dalescope.app.faults;

import org.junit.jupiter.api.Tag;

/** As many as {@code -Ddalescope.fuzz} says, 10,000 per reader otherwise. */
@Tag("faults")
class ManyFuzzTest extends FuzzTest {
    @Override
    int inputs() {
        return Integer.getInteger("dalescope.fuzz", 10_000);
    }
}
