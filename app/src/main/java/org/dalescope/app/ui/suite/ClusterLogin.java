package org.dalescope.app.ui.suite;

import java.time.Duration;
import java.util.function.Supplier;
import org.dalescope.app.about.LaunchedProgram;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.suite.launch.SlurmTaskEngine;
import org.dalescope.model.suite.launch.SuiteLauncher;
import org.dalescope.model.suite.slurm.SlurmCluster;

/**
 * The SLURM cluster that can be asked from this machine, where it is a login node of one.
 *
 * @param path folders in which SLURM's commands are looked for
 * @param pause between two looks at the queue
 */
public record ClusterLogin(String path, Duration pause) {
    /** Whether there is a cluster. */
    public boolean isOne() {
        try {
            SlurmCluster.onPath(path);
            return true;
        } catch (InputError none) {
            return false;
        }
    }

    /**
     * The cluster as a place for fits.
     *
     * @param atOnce tasks that may run at once
     */
    public Supplier<SuiteLauncher> place(int atOnce) {
        return () -> {
            SlurmTaskEngine engine = SlurmTaskEngine.of(EngineRequest.of("auto", "auto", 1));
            return new SuiteLauncher.Cluster(SlurmCluster.onPath(path), LaunchedProgram.word(), engine, atOnce, pause);
        };
    }
}
