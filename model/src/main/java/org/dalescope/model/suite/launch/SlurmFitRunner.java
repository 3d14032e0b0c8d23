package org.dalescope.model.suite.launch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.common.CancelledException;
import org.dalescope.model.common.InputError;
import org.dalescope.model.suite.launch.SlurmJobArrays.JobArray;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.results.FitSummary;
import org.dalescope.model.suite.slurm.QueuedTask;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteRecord;
import org.dalescope.model.training.FitControl;

/**
 * Runs the fits of a suite as tasks of SLURM job arrays. The run folder of a fit shows its result, and the queue shows
 * if its task still waits or runs. A task that left the queue without a result is submitted again and resumes from its
 * checkpoint.
 */
final class SlurmFitRunner {
    /** Number of checks before a task that left the queue counts as lost; shared file systems show new files late. */
    private static final int LOOKS = 3;

    /** A fit fails after this number of consecutive submissions without a new epoch. */
    private static final int MOST_ENDS_WITHOUT_PROGRESS = 3;

    private static final long NAP_MS = 100;

    private final SuiteFolder folder;
    private final SuiteLauncher.Cluster place;
    private final FitControl stop;
    private final SuiteListener listener;
    private final FinishedFits wanted;
    private final FailureLog.FileEach refusals;
    private final FailureLog failures;
    private final SlurmJobArrays arrays;
    private final Map<FitKey, Task> open = new LinkedHashMap<>();
    private final List<FitKey> later = new ArrayList<>();

    /** Consecutive submissions without a new epoch, by fit; includes fits that wait for a free place in the queue. */
    private final Map<FitKey, Integer> fruitless = new HashMap<>();

    private int openWhenLimited;
    private String limitTold = "";
    private String waiting = "";

    /** The task of a fit that waits or runs on the cluster. */
    private static final class Task {
        private JobArray array;
        private int index;
        private int epoch;
        private int epochWhenSubmitted;
        private int missed;
        private boolean running;

        Task(JobArray array, int index, int epoch) {
            this.array = array;
            this.index = index;
            this.epoch = epoch;
            this.epochWhenSubmitted = epoch;
        }
    }

    SlurmFitRunner(SuiteFolder folder, SuiteLauncher.Cluster place, FitControl stop, SuiteListener listener) {
        this.folder = folder;
        this.place = place;
        this.stop = stop;
        this.listener = listener;
        this.wanted = new FinishedFits(folder);
        this.refusals = new FailureLog.FileEach(folder);
        this.failures = new FailureLog.OneFile(folder);
        this.arrays = SlurmJobArrays.read(folder);
    }

    /**
     * Runs fits and returns when each has a result or when a stop is requested. A stop leaves the tasks in the queue.
     */
    void run(SuiteRecord suite, List<FitKey> cells) {
        arrays.cancelled(false);
        resumeQueued(cells);
        submit(cells.stream().filter(cell -> !open.containsKey(cell)).toList());
        while (isUnderWay() && !stop.isRaised()) {
            update(suite);
            if (arrays.isCancelled()) {
                throw new CancelledException(
                        "The suite was cancelled and its tasks were removed from the cluster. The same command"
                                + " continues from the saved results.");
            }
            submitLater();
            pause();
        }
        if (!open.isEmpty()) {
            listener.note("The tasks continue on the cluster. Run the same command to follow them. To cancel them,"
                    + " run: dalescope suite --cancel --out " + folder.folder());
        }
    }

    /** Takes over tasks of an earlier start that are still in the queue. */
    private void resumeQueued(List<FitKey> cells) {
        for (JobArray found : arrays.newestFirst()) {
            List<FitKey> tasks = arrays.tasks(found).cells();
            if (tasks.stream().noneMatch(cell -> cells.contains(cell) && !open.containsKey(cell))) {
                continue;
            }
            Optional<JobArray> array = found.job().isEmpty()
                    ? place.slurm().find(found.name()).map(job -> arrays.know(found, job))
                    : Optional.of(found);
            array.ifPresent(known -> queued(known).keySet().forEach(index -> {
                FitKey cell = tasks.get(index);
                if (cells.contains(cell)) {
                    open.putIfAbsent(cell, new Task(known, index, folder.epochsDone(cell)));
                }
            }));
        }
        if (!open.isEmpty()) {
            listener.note(open.size() + " fits are already on the cluster.");
        }
    }

    private Map<Integer, QueuedTask> queued(JobArray array) {
        return place.slurm()
                .queue(array.job())
                .orElseThrow(() -> new InputError("SLURM does not answer (squeue), so the state of the suite's tasks is"
                        + " unknown: run the same command again later."));
    }

    private void submit(List<FitKey> cells) {
        if (cells.isEmpty()) {
            return;
        }
        cells.forEach(refusals::forget);
        SlurmJobArrays.Submitted submitted = arrays.submit(place, cells);
        int taken = 0;
        for (JobArray array : submitted.arrays()) {
            List<FitKey> tasks = arrays.tasks(array).cells();
            taken += tasks.size();
            for (int index = 0; index < tasks.size(); index++) {
                FitKey cell = tasks.get(index);
                open.put(cell, new Task(array, index, folder.epochsDone(cell)));
            }
            listener.note("Job array " + array.job() + " has " + tasks.size() + (tasks.size() == 1 ? " task" : " tasks")
                    + "; its script is " + folder.jobScript() + ".");
        }
        postpone(cells.subList(taken, cells.size()), submitted.limit());
    }

    private boolean isUnderWay() {
        return !open.isEmpty() || !later.isEmpty();
    }

    /** Keeps fits that the cluster does not accept now. */
    private void postpone(List<FitKey> cells, Optional<String> limit) {
        cells.forEach(open::remove);
        later.addAll(cells);
        openWhenLimited = open.size();
        limit.filter(sentence -> !sentence.equals(limitTold)).ifPresent(sentence -> {
            limitTold = sentence;
            listener.note(sentence + " " + later.size() + (later.size() == 1 ? " fit is" : " fits are")
                    + " submitted as soon as the cluster accepts more tasks.");
        });
    }

    /**
     * Submits the waiting fits once a task has ended. With no open task it tries every time, because other jobs of the
     * user count towards the limit and may end at any time.
     */
    private void submitLater() {
        if (!later.isEmpty() && (open.isEmpty() || open.size() < openWhenLimited)) {
            List<FitKey> cells = List.copyOf(later);
            later.clear();
            submit(cells);
        }
    }

    private void update(SuiteRecord suite) {
        Map<JobArray, Optional<Map<Integer, QueuedTask>>> queues = new LinkedHashMap<>();
        open.values()
                .forEach(task -> queues.computeIfAbsent(
                        task.array, array -> place.slurm().queue(array.job())));
        reportWhyAllWait(queues);
        List<FitKey> lost = new ArrayList<>();
        for (FitKey cell : List.copyOf(open.keySet())) {
            Task task = task(cell);
            Optional<FitSummary> result = wanted.finished(suite, cell);
            if (result.isPresent()) {
                open.remove(cell);
                failures.finished(cell);
                listener.finished(cell, result.get());
                continue;
            }
            Optional<Map<Integer, QueuedTask>> queue = queues.getOrDefault(task.array, Optional.empty());
            queue.map(tasks -> Optional.ofNullable(tasks.get(task.index)))
                    .ifPresent(queued ->
                            queued.ifPresentOrElse(q -> follow(cell, task, q), () -> handleLostTask(cell, task, lost)));
        }
        submit(lost);
    }

    private Task task(FitKey cell) {
        return Optional.ofNullable(open.get(cell)).orElseThrow();
    }

    private void follow(FitKey cell, Task task, QueuedTask queued) {
        task.missed = 0;
        int now = folder.epochsDone(cell);
        if (queued.running() && !task.running) {
            listener.started(cell, now);
        } else if (now > task.epoch) {
            listener.reached(cell, now);
        }
        task.running = queued.running();
        task.epoch = Math.max(task.epoch, now);
    }

    /** Handles a task that is not in the queue and has no result. */
    private void handleLostTask(FitKey cell, Task task, List<FitKey> lost) {
        Optional<String> refusal = refusals.reason(cell);
        if (refusal.isPresent()) {
            fail(cell, refusal.get());
            return;
        }
        task.missed++;
        if (task.missed < LOOKS) {
            return;
        }
        int now = folder.epochsDone(cell);
        int times = now > task.epochWhenSubmitted ? 0 : fruitless.getOrDefault(cell, 0) + 1;
        fruitless.put(cell, times);
        String ending = place.slurm()
                .ending(task.array.job(), task.index)
                .map(words -> " (" + words + ")")
                .orElse("");
        if (times >= MOST_ENDS_WITHOUT_PROGRESS) {
            fail(
                    cell,
                    "Its task ended " + MOST_ENDS_WITHOUT_PROGRESS + " times without a new epoch" + ending + ": see "
                            + folder.slurm().resolve("logs").resolve(task.array.name() + "-" + task.index + ".txt")
                            + ".");
            return;
        }
        listener.note(cell + " ended on the cluster without a result" + ending
                + ": it is submitted again and continues after epoch " + now + ".");
        lost.add(cell);
    }

    private void fail(FitKey cell, String reason) {
        open.remove(cell);
        failures.failed(cell, reason);
        listener.failed(cell, reason);
    }

    private void reportWhyAllWait(Map<JobArray, Optional<Map<Integer, QueuedTask>>> queues) {
        if (queues.values().stream().anyMatch(Optional::isEmpty)) {
            reportOnce("SLURM does not answer (squeue); the program asks again.");
            return;
        }
        List<QueuedTask> tasks = queues.values().stream()
                .flatMap(queue -> queue.orElseThrow().values().stream())
                .toList();
        boolean allWait = !tasks.isEmpty()
                && tasks.stream()
                        .noneMatch(task -> task.running() || task.reason().isEmpty());
        reportOnce(allWait ? "All tasks wait: " + tasks.getFirst().reason() + "." : "");
    }

    private void reportOnce(String sentence) {
        if (!sentence.equals(waiting)) {
            waiting = sentence;
            if (!sentence.isEmpty()) {
                listener.note(sentence);
            }
        }
    }

    private void pause() {
        long until = System.nanoTime() + place.pause().toNanos();
        try {
            while (isUnderWay() && !stop.isRaised() && System.nanoTime() < until) {
                Thread.sleep(Math.min(NAP_MS, Math.max(1, place.pause().toMillis())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The suite was interrupted: run the same command to continue.", e);
        }
    }
}
