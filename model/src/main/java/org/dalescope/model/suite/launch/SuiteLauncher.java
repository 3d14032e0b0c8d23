package org.dalescope.model.suite.launch;

import java.time.Duration;
import org.dalescope.model.suite.slurm.SlurmCluster;

/** Where a suite's fits run. */
public sealed interface SuiteLauncher {
    /** In this program. */
    record Here() implements SuiteLauncher {}

    /**
     * As job arrays of a SLURM cluster.
     *
     * @param program how the cluster's machines start the program, quoted for a shell
     * @param engine what each task asks for
     * @param atOnce tasks that may run at once; 0 leaves it to the scheduler
     * @param pause between two looks at the queue
     */
    record Cluster(SlurmCluster slurm, String program, SlurmTaskEngine engine, int atOnce, Duration pause)
            implements SuiteLauncher {}
}
