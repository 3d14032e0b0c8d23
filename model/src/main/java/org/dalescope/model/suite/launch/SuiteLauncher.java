package org.dalescope.model.suite.launch;

import java.time.Duration;
import org.dalescope.model.suite.slurm.SlurmCluster;

/** The place where the fits of a suite run: this program or a SLURM cluster. */
public sealed interface SuiteLauncher {
    /** The fits run in this program. */
    record Here() implements SuiteLauncher {}

    /**
     * The fits run as job arrays of a SLURM cluster.
     *
     * @param program command that starts the program on the cluster's nodes, quoted for a shell
     * @param engine engine of each task
     * @param atOnce maximum number of tasks that run at once; 0 for no limit
     * @param pause time between two queries of the queue
     */
    record Cluster(SlurmCluster slurm, String program, SlurmTaskEngine engine, int atOnce, Duration pause)
            implements SuiteLauncher {}
}
