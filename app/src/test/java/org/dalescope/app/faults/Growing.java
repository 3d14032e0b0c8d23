package org.dalescope.app.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.run.execution.FitRequest;
import org.dalescope.model.run.execution.FitRun;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;

/**
 * Many fits one after the other, or one long one, as a process of its own: {@code FITS EPOCHS FOLDER}. Prints resident memory in MB
 * after the first tenth and at the end.
 */
final class Growing {
    private static final int TENTH = 10;

    private final int fits;
    private final int epochs;
    private final Path folder;

    private Growing(int fits, int epochs, Path folder) {
        this.fits = fits;
        this.epochs = epochs;
        this.folder = folder;
    }

    public static void main(String[] words) {
        new Growing(Integer.parseInt(words[0]), Integer.parseInt(words[1]), Path.of(words[2])).run();
    }

    private void run() {
        Session session = SyntheticSession.of(new SyntheticSettings(6, 2, 60, 20, 25, 0, 11));
        for (int fit = 1; fit <= fits; fit++) {
            fit(session, fit);
            if (fit * TENTH == fits || fit == fits) {
                tell();
            }
        }
    }

    /** A fit with an engine of its own, as suites and the window make them. */
    private void fit(Session session, int number) {
        Configuration configuration = Configuration.defaults()
                .with("training.epochs", Integer.toString(epochs))
                .with("training.patience", Integer.toString(epochs));
        FitRequest request = new FitRequest(
                session,
                Fit.defaultSplit(session, configuration),
                configuration,
                number,
                "default",
                folder.resolve("run-" + number),
                "dalescope fit");
        try (RecurrentEngine engine = new FusedEngine(2)) {
            FitRun.start(request, engine).run(engine, new FitControl(), snapshot -> {
                if (fits == 1 && snapshot.record().epoch() * TENTH == epochs) {
                    tell();
                }
            });
        }
    }

    private static void tell() {
        Runtime.getRuntime().gc();
        try {
            String resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .findFirst()
                    .orElseThrow();
            System.out.println(Double.parseDouble(resident.replaceAll("\\D", "")) / 1024);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
