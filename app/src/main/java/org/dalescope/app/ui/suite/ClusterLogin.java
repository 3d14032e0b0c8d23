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
 * The access to a SLURM cluster that the suite view offers, if this machine is a login node of one.
 *
 * @param path the folders that are searched for SLURM's commands
 * @param pause the time between two queries of the cluster's queue
 */
public record ClusterLogin(String path, Duration pause) {
    /** Whether a cluster is available. */
    public boolean isOne() {
        try {
            SlurmCluster.onPath(path);
            return true;
        } catch (InputError none) {
            return false;
        }
    }

    /**
     * The launcher that runs fits on the cluster.
     *
     * @param atOnce the number of tasks that may run at once
     */
    public Supplier<SuiteLauncher> place(int atOnce) {
        return () -> {
            SlurmTaskEngine engine = SlurmTaskEngine.of(EngineRequest.of("auto", "auto", 1));
            return new SuiteLauncher.Cluster(SlurmCluster.onPath(path), LaunchedProgram.word(), engine, atOnce, pause);
        };
    }
}
