package org.dalescope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.run.execution.FitRequest;
import org.dalescope.model.run.execution.FitRun;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.dalescope.SessionArchive;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;

/**
 * Two seeds of three epochs on a small session, side by side as a suite leaves them.
 *
 * @param runs of seed 1 and 2
 */
public record FittedSeeds(Session session, List<RunFolder> runs) {
    /** Fits them in a folder. */
    public static FittedSeeds in(Path folder) {
        Path file = folder.resolve("session.dalescope");
        SessionArchive.write(SyntheticSession.of(new SyntheticSettings(6, 2, 120, 20, 25, 2, 11)), file);
        Session session = SessionFiles.open(file);
        Configuration configuration =
                Configuration.defaults().with("training.epochs", "3").with("data.test_share", "0.2");
        try (RecurrentEngine engine = new FusedEngine(1)) {
            List<RunFolder> runs = Stream.of(1, 2)
                    .map(seed -> FitRun.start(
                                    new FitRequest(
                                            session,
                                            Fit.defaultSplit(session, configuration),
                                            configuration,
                                            seed,
                                            "default",
                                            folder.resolve("arm").resolve("seed-" + seed),
                                            "dalescope fit"),
                                    engine)
                            .run(engine, new FitControl(), snapshot -> {})
                            .folder())
                    .toList();
            return new FittedSeeds(session, runs);
        }
    }
}
