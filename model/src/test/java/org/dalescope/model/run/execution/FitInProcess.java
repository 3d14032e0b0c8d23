package org.dalescope.model.run.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.engine.libtorch.TensorEngine;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.FitControl;

/**
 * A fit as a process of its own, for {@link FitMemoryTest}: {@code TRIALS BINS ENGINE MATCHING FOLDER}. Prints by how many bytes
 * resident memory grew at most where libtorch computed.
 */
final class FitInProcess {
    private static final int THREADS = 2;

    private FitInProcess() {}

    public static void main(String[] words) throws IOException {
        Session session = FitMemoryTest.session(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
        Configuration configuration = FitMemoryTest.configuration(Boolean.parseBoolean(words[3]));
        boolean tensor = words[2].equals("tensor");
        Path folder = Path.of(words[4]);
        try (RecurrentEngine engine = tensor ? TensorEngine.cpu(THREADS) : new FusedEngine(THREADS)) {
            // Once before, so that what grows is the fit's and not that of classes and libraries.
            run(SmallSessions.small(), configuration, folder.resolve("first"), engine);
            long before = status("VmRSS");
            run(session, configuration, folder.resolve("second"), engine);
            System.out.print(tensor ? Long.toString(status("VmHWM") - before) : "");
        }
    }

    private static void run(Session session, Configuration configuration, Path out, RecurrentEngine engine) {
        FitRun.start(FitRequests.of(session, configuration, 1, out), engine)
                .run(engine, new FitControl(), snapshot -> {});
    }

    private static long status(String field) throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                ? 0
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith(field))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                        .findFirst()
                        .orElse(0);
    }
}
