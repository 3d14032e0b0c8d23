package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.dalescope.app.ui.suite.SuiteJob;
import org.dalescope.app.ui.suite.SuiteOnFakeCluster;
import org.dalescope.model.training.FitControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A suite's folder that a cluster is at work on, opened in a window that has not begun it. */
@DisabledOnOs(OS.WINDOWS)
class SuiteOnClusterWindowTest extends WindowFlow {
    @Test
    void theTableIsReadAnewWhileTheClusterWorks() throws IOException, InterruptedException, TimeoutException {
        SuiteOnFakeCluster cluster = new SuiteOnFakeCluster(folder);
        List<String> notes = new CopyOnWriteArrayList<>();
        SuiteJob elsewhere = cluster.job(notes);
        elsewhere.start();
        await(() -> notes.stream().anyMatch(note -> note.startsWith("Job array 1")));
        elsewhere.stop();
        elsewhere.join(30_000);
        interact(() -> window().open(cluster.suite().folder()));
        await(() -> lookup("#suite-progress").tryQuery().isPresent());
        await(() -> text("#suite-progress").startsWith("0 of 4 fits finished; it runs on a SLURM cluster"));
        assertFalse(window().workspace().busy().get());
        for (int task = 0; task < 4; task++) {
            assertTrue(cluster.runTask(task, new FitControl(), new SuiteOnFakeCluster.Silent()));
        }
        await(() -> text("#suite-progress").equals("4 of 4 fits finished"));
    }
}
