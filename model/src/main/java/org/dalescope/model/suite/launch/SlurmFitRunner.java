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
 * The fits of a suite as tasks of job arrays. What has come of a fit is read in its run folder, whether it is still under way
 * is asked of the queue; a task that left the queue without a result is submitted again and resumes from its checkpoint.
 */
final class SlurmFitRunner {
    /** Looks at a task that is gone before its result is missed: shared file systems show new files late. */
    private static final int LOOKS = 3;

    /** Submissions in a row that bring a fit not one epoch further. */
    private static final int FRUITLESS = 3;

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

    /** Submissions in a row of every fit that brought it not one epoch further; also of fits that wait for room. */
    private final Map<FitKey, Integer> fruitless = new HashMap<>();

    private int openWhenLimited;
    private String limitTold = "";
    private String waiting = "";

    /** A fit that is under way. */
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

    /** Sees to it that fits run, and returns when each has a result or the signal is raised, which leaves the tasks queued. */
    void run(SuiteRecord suite, List<FitKey> cells) {
        arrays.cancelled(false);
        adopt(cells);
        submit(cells.stream().filter(cell -> !open.containsKey(cell)).toList());
        while (isUnderWay() && !stop.isRaised()) {
            update(suite);
            if (arrays.isCancelled()) {
                throw new CancelledException(
                        "The suite was cancelled: its tasks are gone from the cluster; the same command"
                                + " continues with what is there.");
            }
            submitLater();
            pause();
        }
        if (!open.isEmpty()) {
            listener.note("The tasks stay on the cluster and continue. The same command follows them;"
                    + " this one takes them away: dalescope suite --cancel --out " + folder.folder());
        }
    }

    /** Takes the tasks of an earlier start that are still queued. */
    private void adopt(List<FitKey> cells) {
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
            listener.note(open.size() + " fits are on the cluster already.");
        }
    }

    private Map<Integer, QueuedTask> queued(JobArray array) {
        return place.slurm()
                .queue(array.job())
                .orElseThrow(
                        () -> new InputError("SLURM does not answer (squeue), so it is not known what of the suite is"
                                + " under way: give the same command when it does."));
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
        putOff(cells.subList(taken, cells.size()), submitted.limit());
    }

    private boolean isUnderWay() {
        return !open.isEmpty() || !later.isEmpty();
    }

    /** Keeps fits for which the cluster has no room now. */
    private void putOff(List<FitKey> cells, Optional<String> limit) {
        cells.forEach(open::remove);
        later.addAll(cells);
        openWhenLimited = open.size();
        limit.filter(sentence -> !sentence.equals(limitTold)).ifPresent(sentence -> {
            limitTold = sentence;
            listener.note(sentence + " " + later.size() + (later.size() == 1 ? " fit is" : " fits are")
                    + " submitted as soon as there is room.");
        });
    }

    /** There may be room again once a task has ended; the jobs of others of which nothing is known end at any time. */
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
        tellWhyAllWait(queues);
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
                    .ifPresent(
                            queued -> queued.ifPresentOrElse(q -> follow(cell, task, q), () -> miss(cell, task, lost)));
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

    /** A task that is not queued and has left no result. */
    private void miss(FitKey cell, Task task, List<FitKey> lost) {
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
        if (times >= FRUITLESS) {
            fail(
                    cell,
                    "Its task ended " + FRUITLESS + " times without bringing it further" + ending + ": see "
                            + folder.slurm().resolve("logs").resolve(task.array.name() + "-" + task.index + ".txt")
                            + ".");
            return;
        }
        listener.note(cell + " ended on the cluster without a result" + ending
                + ": submitted again, continues after epoch " + now + ".");
        lost.add(cell);
    }

    private void fail(FitKey cell, String reason) {
        open.remove(cell);
        failures.failed(cell, reason);
        listener.failed(cell, reason);
    }

    private void tellWhyAllWait(Map<JobArray, Optional<Map<Integer, QueuedTask>>> queues) {
        if (queues.values().stream().anyMatch(Optional::isEmpty)) {
            tellOnce("SLURM does not answer (squeue); asking again.");
            return;
        }
        List<QueuedTask> tasks = queues.values().stream()
                .flatMap(queue -> queue.orElseThrow().values().stream())
                .toList();
        boolean allWait = !tasks.isEmpty()
                && tasks.stream()
                        .noneMatch(task -> task.running() || task.reason().isEmpty());
        tellOnce(allWait ? "All tasks wait: " + tasks.getFirst().reason() + "." : "");
    }

    private void tellOnce(String sentence) {
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
            throw new CancelledException("The suite was interrupted: give the same command to go on.", e);
        }
    }
}
