package org.dalescope.model.suite.plan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.dalescope.model.common.InputError;

/** Parses the seeds of a suite plan from text: a number of seeds, or a list of seeds. */
public final class SeedList {
    private SeedList() {}

    /**
     * {@code 5} for the seeds 1 to 5, {@code 3,7,42} for these three.
     *
     * @throws InputError if the text is neither
     */
    public static List<Long> of(String text) {
        String plain = text.replace(" ", "");
        if (plain.matches("\\d{1,4}")) {
            return LongStream.rangeClosed(1, Long.parseLong(plain)).boxed().toList();
        }
        if (plain.matches("-?\\d{1,18}(,-?\\d{1,18})+")) {
            return Arrays.stream(plain.split(",")).map(Long::valueOf).toList();
        }
        throw new InputError("Seeds cannot be '" + text + "': give a number of seeds or a list such as 3,7,42.");
    }
}
