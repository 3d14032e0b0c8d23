package org.dalescope.model.suite.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.UserError;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.engine.choice.RequestedEngines;
import org.dalescope.model.suite.launch.SlurmJobArrays.JobArray;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.slurm.SlurmCluster;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteJson;
import org.dalescope.model.suite.store.SuiteRecord;
import org.dalescope.model.training.FitControl;

/**
 * Runs one fit of a suite as a separate program on a node of a SLURM cluster. The fit is started, resumed, or found
 * finished.
 */
public final class SuiteTask {
    private SuiteTask() {}

    /**
     * Runs the fit of a task.
     *
     * @param threads number of CPU threads
     * @return true if the fit has a result; false if it was stopped and can continue
     * @throws InputError if the arm cannot be fitted; the reason is stored for the program that follows the suite
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
            RequestedEngines engines = new RequestedEngines(wanted, wanted.threads());
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
     * Cancels the tasks of a suite on the cluster; the fits keep their checkpoints.
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
