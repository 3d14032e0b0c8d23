package org.dalescope.app.cli;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dalescope.app.report.RunReport;
import org.dalescope.model.benchmark.JitWarmUp;
import org.dalescope.model.benchmark.MeasuredEpoch;
import org.dalescope.model.benchmark.PeakMemory;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.io.FolderDeletion;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.run.execution.FitRequest;
import org.dalescope.model.run.execution.FitRun;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.dalescope.SessionArchive;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.dalescope.model.training.StageTimes;

/** Measures everything that a user waits for in a default fit, from the start of the process to the report. */
final class WholeFitTimes {
    private static final double MS_PER_S = 1000;
    private static final int FIRST_EPOCHS = 10;

    private final List<MeasuredEpoch> epochs = new ArrayList<>();
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    private WholeFitTimes() {}

    /**
     * What was measured.
     *
     * @param seconds time of each part in its order, s
     * @param epochs number of epochs
     * @param scoresS from the start of the process to the scores
     * @param totalS to the end of the report
     * @param epochMs median time of an epoch
     * @param firstEpochsMs mean time of the first ten epochs, in which the code is still compiled
     * @param compilerS time of the compiler, on other threads
     * @param collectorS pauses of the collector
     * @param memoryMb resident memory at its peak, in 10^6 bytes
     */
    record Result(
            Map<String, Double> seconds,
            int epochs,
            double scoresS,
            double totalS,
            double epochMs,
            double firstEpochsMs,
            double compilerS,
            double collectorS,
            int classes,
            double memoryMb) {}

    /** A session with {@code units} neurons, a fifth of them inhibitory. */
    static Result measure(int trials, int bins, int units, EngineFactory.Source engines) {
        try {
            Path folder = Files.createTempDirectory("dalescope-bench");
            try {
                return new WholeFitTimes().run(trials, bins, units, folder, engines);
            } finally {
                FolderDeletion.delete(folder);
            }
        } catch (IOException e) {
            throw new StorageError(
                    "A temporary folder cannot be made or deleted (" + e.getMessage() + "). Free some disk.", e);
        }
    }

    private Result run(int trials, int bins, int units, Path folder, EngineFactory.Source engines) {
        double untilHere = sinceStart();
        Path file = folder.resolve("session.dalescope");
        double beforeMaking = sinceStart();
        SessionArchive.write(SyntheticSession.of(settings(trials, bins, units)), file);
        // A user has a session already.
        double making = sinceStart() - beforeMaking;
        seconds.put("start of Java and the program", untilHere);
        FitRequest request;
        try (JitWarmUp _ = JitWarmUp.begin()) {
            request = request(file, folder.resolve("run"));
        }
        try (RecurrentEngine engine = engines.open(request.fit().workload(), EngineRequest.Kind.AUTO, _ -> {})) {
            FitRun run = timed("beginning the run", () -> FitRun.start(request, engine));
            double begun = sinceStart();
            run.run(engine, new FitControl(), snapshot -> epochs.add(MeasuredEpoch.of(snapshot)));
            putStages(sinceStart() - begun);
            double scores = sinceStart() - making;
            timed("figures and report", () -> {
                RunReport.write(run.folder());
                return run;
            });
            return result(scores, sinceStart() - making);
        }
    }

    private FitRequest request(Path file, Path out) {
        Session session = timed("opening the session", () -> SessionFiles.open(file));
        Configuration configuration = Configuration.defaults();
        return timed(
                "splitting and checking",
                () -> new FitRequest(
                        session, Fit.defaultSplit(session, configuration), configuration, 1, "default", out, ""));
    }

    private static SyntheticSettings settings(int trials, int bins, int units) {
        int inhibitory = Math.max(1, units / 5);
        return SyntheticSettings.demo()
                .with("trials", Integer.toString(trials))
                .with("bins", Integer.toString(bins))
                .with("excitatory", Integer.toString(units - inhibitory))
                .with("inhibitory", Integer.toString(inhibitory));
    }

    private <T> T timed(String part, Supplier<T> work) {
        double begun = sinceStart();
        T result = work.get();
        seconds.put(part, sinceStart() - begun);
        return result;
    }

    /**
     * Adds the times of the epochs and of their stages, and of what comes after the last epoch.
     *
     * @param all time of all of it, s
     */
    private void putStages(double all) {
        double epochMs = epochs.stream().mapToDouble(MeasuredEpoch::ms).sum();
        Map<String, Double> stages = new LinkedHashMap<>();
        for (MeasuredEpoch epoch : epochs) {
            StageTimes times = epoch.times();
            stages.merge("  forward", times.forward() / MS_PER_S, Double::sum);
            stages.merge("  backward", times.backward() / MS_PER_S, Double::sum);
            stages.merge("  losses and their data", times.losses() / MS_PER_S, Double::sum);
            stages.merge("  update", times.update() / MS_PER_S, Double::sum);
            stages.merge("  validation", times.scoring() / MS_PER_S, Double::sum);
        }
        seconds.put("epochs", epochMs / MS_PER_S);
        seconds.putAll(stages);
        seconds.put("saving and scores", all - epochMs / MS_PER_S);
    }

    private Result result(double scores, double total) {
        double[] ms = epochs.stream().mapToDouble(MeasuredEpoch::ms).toArray();
        double first = Arrays.stream(ms).limit(FIRST_EPOCHS).average().orElse(Double.NaN);
        double compiler = ManagementFactory.getCompilationMXBean().getTotalCompilationTime() / MS_PER_S;
        double collector = ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum()
                / MS_PER_S;
        return new Result(
                Collections.unmodifiableMap(new LinkedHashMap<>(seconds)),
                epochs.size(),
                scores,
                total,
                Descriptive.median(ms),
                first,
                compiler,
                collector,
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                PeakMemory.megabytes());
    }

    private static double sinceStart() {
        return (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / MS_PER_S;
    }
}
