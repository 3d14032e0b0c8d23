package org.dalescope.model.suite.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.UserError;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.suite.launch.SlurmJobArrays.JobArray;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.slurm.SlurmCluster;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteJson;
import org.dalescope.model.suite.store.SuiteRecord;
import org.dalescope.model.training.FitControl;

/** One fit of a suite in a program of its own, on whichever machine of a cluster: begun, gone on with, or found finished. */
public final class SuiteTask {
    private SuiteTask() {}

    /**
     * Runs the fit of a task.
     *
     * @param threads on the CPU
     * @return whether it has a result; without one it was stopped and can go on
     * @throws InputError where it cannot be fitted; the reason is kept for whoever follows the suite
     */
    public static boolean run(
            SuiteFolder folder, Path tasks, int task, int threads, FitControl stop, SuiteListener listener) {
        SlurmTaskFile list = SlurmTaskFile.read(tasks);
        FitKey cell = list.cell(task);
        FailureLog.FileEach refusals = new FailureLog.FileEach(folder);
        try {
            SuiteRecord suite = SuiteJson.read(folder);
            if (new FinishedFits(folder).finished(suite, cell).isPresent()) {
                return true;
            }
            EngineRequest wanted = list.engine().request(threads);
            EngineFactory.Source engines =
                    (size, preferred, notes) -> EngineFactory.open(wanted.preferring(preferred), size, notes);
            LocalFitRunner fits = new LocalFitRunner(
                    SuiteRequest.ofOne(folder, cell), folder, engines, wanted.kind(), refusals, stop, listener);
            fits.run(suite, List.of(cell));
            Optional<String> reason = refusals.reason(cell);
            if (reason.isPresent()) {
                throw new InputError(reason.get());
            }
            return new FinishedFits(folder).finished(suite, cell).isPresent();
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
    public static List<String> cancel(SuiteFolder folder, SlurmCluster slurm) {
        SlurmJobArrays arrays = SlurmJobArrays.read(folder);
        arrays.cancelled(true);
        List<String> jobs = arrays.newestFirst().stream()
                .map(array -> job(array, slurm))
                .filter(job -> !job.isEmpty())
                .filter(job -> slurm.queue(job).map(queue -> !queue.isEmpty()).orElse(true))
                .toList();
        jobs.forEach(slurm::cancel);
        return jobs;
    }

    private static String job(JobArray array, SlurmCluster slurm) {
        return array.job().isEmpty() ? slurm.find(array.name()).orElse("") : array.job();
    }
}
