package org.dalescope.app.window.suite;

import java.time.Duration;
import java.util.function.Supplier;
import org.dalescope.app.about.ThisProgram;
import org.dalescope.model.Refusal;
import org.dalescope.model.cluster.Slurm;
import org.dalescope.model.engine.EngineRequest;
import org.dalescope.model.experiment.SuitePlace;
import org.dalescope.model.experiment.TaskEngine;

/**
 * The SLURM cluster that can be asked from this machine, where it is a login node of one.
 *
 * @param path folders in which SLURM's commands are looked for
 * @param pause between two looks at the queue
 */
public record LoginNode(String path, Duration pause) {
    /** Whether there is a cluster. */
    public boolean isOne() {
        try {
            Slurm.onPath(path);
            return true;
        } catch (Refusal none) {
            return false;
        }
    }

    /**
     * The cluster as a place for fits.
     *
     * @param atOnce tasks that may run at once
     */
    public Supplier<SuitePlace> place(int atOnce) {
        return () -> {
            TaskEngine engine = TaskEngine.of(EngineRequest.of("auto", "auto", 1));
            return new SuitePlace.Cluster(Slurm.onPath(path), ThisProgram.word(), engine, atOnce, pause);
        };
    }
}
