package org.dalescope.model.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.Refusal;
import org.dalescope.model.UserError;
import org.dalescope.model.cluster.Slurm;
import org.dalescope.model.engine.EngineRequest;
import org.dalescope.model.engine.Engines;
import org.dalescope.model.experiment.JobArrays.JobArray;
import org.dalescope.model.training.StopSignal;

/** One fit of a suite in a program of its own, on whichever machine of a cluster: begun, gone on with, or found finished. */
public final class SuiteTask {
    private SuiteTask() {}

    /**
     * Runs the fit of a task.
     *
     * @param threads on the CPU
     * @return whether it has a result; without one it was stopped and can go on
     * @throws Refusal where it cannot be fitted; the reason is kept for whoever follows the suite
     */
    public static boolean run(
            SuiteFolder folder, Path tasks, int task, int threads, StopSignal stop, SuiteListener listener) {
        TaskList list = TaskList.read(tasks);
        Cell cell = list.cell(task);
        FailureLog.FileEach refusals = new FailureLog.FileEach(folder);
        try {
            SuiteRecord suite = SuiteJson.read(folder);
            if (new WantedFits(folder).finished(suite, cell).isPresent()) {
                return true;
            }
            EngineRequest wanted = list.engine().request(threads);
            Engines.Source engines =
                    (size, preferred, notes) -> Engines.open(wanted.preferring(preferred), size, notes);
            SuiteFits fits = new SuiteFits(
                    SuiteRequest.ofOne(folder, cell), folder, engines, wanted.kind(), refusals, stop, listener);
            fits.run(suite, List.of(cell));
            Optional<String> reason = refusals.reason(cell);
            if (reason.isPresent()) {
                throw new Refusal(reason.get());
            }
            return new WantedFits(folder).finished(suite, cell).isPresent();
        } catch (UserError refusal) {
            refusals.failed(cell, refusal.sentence());
            throw refusal;
        }
    }

    /**
     * Takes a suite's tasks from the cluster; their fits keep their checkpoints.
     *
     * @return the jobs that were cancelled
     */
    public static List<String> cancel(SuiteFolder folder, Slurm slurm) {
        JobArrays arrays = JobArrays.read(folder);
        arrays.cancelled(true);
        List<String> jobs = arrays.newestFirst().stream()
                .map(array -> job(array, slurm))
                .filter(job -> !job.isEmpty())
                .filter(job -> slurm.queue(job).map(queue -> !queue.isEmpty()).orElse(true))
                .toList();
        jobs.forEach(slurm::cancel);
        return jobs;
    }

    private static String job(JobArray array, Slurm slurm) {
        return array.job().isEmpty() ? slurm.find(array.name()).orElse("") : array.job();
    }
}
