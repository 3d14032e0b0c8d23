package org.dalescope.model.training;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What only shows after a while: NaN from freed native memory, and native memory that grows. */
@Tag("slow")
class EnduranceTest {
    private static final int EPOCHS = 500;
    private static final int REPEATS = 5;
    private static final double MOST_GROWTH_MB = 60;

    @Test
    void fiveTimesFiveHundredEpochsWithoutNaNOrGrowth() throws IOException {
        Session session = SmallSessions.small();
        Configuration configuration = Configuration.defaults()
                .with("training.epochs", Integer.toString(EPOCHS))
                .with("training.patience", "100000")
                .with("network.tau.learned", "unit");
        List<Double> residentMb = new ArrayList<>();
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            Fit fit = Fit.of(session, Fit.defaultSplit(session, configuration), configuration, repeat);
            try (RecurrentEngine engine = new FusedEngine(2)) {
                Trainer trainer = new Trainer(fit, engine);
                Trainer.Outcome outcome = trainer.run(trainer.start(), new FitControl(), snapshot -> {
                    assertFalse(
                            Double.isNaN(snapshot.record().loss()),
                            "loss of epoch " + snapshot.state().epoch());
                    // Collections between forward and backward are what brought the NaNs out.
                    if (snapshot.state().epoch() % 50 == 0) {
                        System.gc();
                    }
                });
                assertTrue(outcome.state().epoch() == EPOCHS);
            }
            System.gc();
            residentMb.add(residentMb());
        }
        double growth = residentMb.getLast() - residentMb.get(1);
        assertTrue(growth < MOST_GROWTH_MB, () -> "resident memory after each repeat, MB: " + residentMb);
    }

    private static double residentMb() throws IOException {
        Path status = Path.of("/proc/self/status");
        assumeTrue(Files.exists(status), "resident memory is read from /proc, which this system lacks");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
