package org.dalescope.app.ui.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.dalescope.SessionArchive;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.suite.launch.SuiteListener;
import org.dalescope.model.suite.launch.SuiteRequest;
import org.dalescope.model.suite.launch.SuiteTask;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.plan.PlanReader;
import org.dalescope.model.suite.plan.SuitePlan;
import org.dalescope.model.suite.results.FitSummary;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteRecord;
import org.dalescope.model.suite.store.SuiteSession;
import org.dalescope.model.training.EpochSnapshot;
import org.dalescope.model.training.FitControl;

/**
 * A suite of two arms with two seeds each in {@code suite}, and scripts named as SLURM's commands, for which every task waits
 * until the test runs it.
 */
public final class SuiteOnFakeCluster {
    private final Path folder;

    public SuiteOnFakeCluster(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("bin"));
        script("sbatch", "for i in 0 1 2 3; do echo \"$i|RUNNING|None\"; done >queue; echo 1");
        script("squeue", "cat queue");
        script("scancel", "rm -f queue");
        SessionArchive.write(SyntheticSession.of(new SyntheticSettings(6, 2, 80, 20, 25, 0, 5)), session());
        Files.writeString(folder.resolve("plan.json"), """
                {"name": "taus", "settings": {"training": {"epochs": 4}}, "seeds": [4, 9],
                 "arms": [{"name": "unit", "settings": {"network": {"tau": {"learned": "unit"}}}}]}""");
    }

    private void script(String name, String text) throws IOException {
        Path file = folder.resolve("bin").resolve(name);
        Files.writeString(file, "#!/bin/sh\ncd '" + folder + "' || exit 1\n" + text + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    private Path session() {
        return folder.resolve("small.dalescope");
    }

    public SuiteFolder suite() {
        return new SuiteFolder(folder.resolve("suite"));
    }

    public ClusterLogin loginNode() {
        return new ClusterLogin(folder.resolve("bin").toString(), Duration.ofMillis(10));
    }

    public SuiteRequest order() {
        Session open = SessionFiles.open(session());
        SuitePlan plan = PlanReader.read(folder.resolve("plan.json").toString());
        SuiteSession split = SuiteSession.of(open, "", plan.base().configuration());
        return new SuiteRequest(plan, List.of(split), suite().folder(), 1, "dalescope suite");
    }

    /** A job that gives the suite to the cluster, or follows it there. */
    public SuiteJob job(List<String> notes) {
        return new SuiteJob(
                (size, kind, n) -> new FusedEngine(1),
                notes::add,
                this::order,
                loginNode().place(4));
    }

    /** Does what a machine of the cluster does with a task; whether it has a result. */
    public boolean runTask(int task, FitControl stop, SuiteListener listener) {
        return SuiteTask.run(suite(), suite().slurm().resolve("tasks-001.json"), task, 1, stop, listener);
    }

    /** Hears nothing. */
    public static class Silent implements SuiteListener {
        @Override
        public void planned(SuiteRecord suite, List<FitKey> cells, Map<FitKey, FitSummary> there) {}

        @Override
        public void started(FitKey cell, int epoch) {}

        @Override
        public void epoch(FitKey cell, EpochSnapshot snapshot) {}

        @Override
        public void reached(FitKey cell, int epoch) {}

        @Override
        public void finished(FitKey cell, FitSummary fit) {}

        @Override
        public void failed(FitKey cell, String reason) {}

        @Override
        public void note(String sentence) {}
    }
}
