package org.dalescope.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither many fits in one process nor a long one take more and more memory. */
@Tag("faults")
class GrowthTest {
    /** Resident memory at the end over that after the first tenth. */
    private static final double MOST_GROWTH = 1.1;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void twoHundredFitsInOneProcess() throws IOException, InterruptedException {
        staysAsLarge(200, 20);
    }

    @Test
    void oneFitOfTwentyThousandEpochs() throws IOException, InterruptedException {
        staysAsLarge(1, 20_000);
    }

    private void staysAsLarge(int fits, int epochs) throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "resident memory is read from /proc");
        List<Double> residentMb = Program.output(
                        Growing.class, Integer.toString(fits), Integer.toString(epochs), folder.toString())
                .lines()
                .map(Double::valueOf)
                .toList();
        assertEquals(2, residentMb.size());
        System.out.println(fits + " fits of " + epochs + " epochs: " + residentMb + " MB resident");
        assertTrue(residentMb.getLast() < MOST_GROWTH * residentMb.getFirst(), () -> "resident MB: " + residentMb);
    }
}
