package org.dalescope.model.suite.slurm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.suite.slurm.ExecutableFinder.Answer;

/** Access to a SLURM cluster through the commands of its login node. */
public final class SlurmCluster {
    private static final String COLUMNS = "--format=%K|%T|%r";

    private static final Pattern MAX_ARRAY_SIZE = Pattern.compile("(?m)^MaxArraySize\\s*=\\s*(\\d{1,9})\\s*$");

    private static final Pattern MAX_ARRAY_TASKS = Pattern.compile("max_array_tasks\\s*=\\s*(\\d{1,9})");

    /**
     * Matches the messages of SLURM when a user, an account or a quality of service has reached its limit of queued
     * jobs. The text "violates accounting/QOS policy (job submit limit, ...)" is not matched: it appears for every
     * violation, including permanent ones such as a time limit that is too long.
     */
    private static final Pattern LIMIT =
            Pattern.compile("(?i)Max\\w*Submit|Grp\\w*Submit|too many jobs|temporarily unable");

    private final ExecutableFinder commands;

    private SlurmCluster(ExecutableFinder commands) {
        this.commands = commands;
    }

    /**
     * The cluster whose commands are in the folders of a PATH.
     *
     * @throws InputError if a command is missing
     */
    public static SlurmCluster onPath(String path) {
        ExecutableFinder commands = new ExecutableFinder(path);
        for (String name : List.of("sbatch", "squeue", "scancel")) {
            if (commands.find(name).isEmpty()) {
                throw new InputError("SLURM was not found (" + name + " is not on the PATH): log in to the cluster's"
                        + " login node, or use --launcher local.");
            }
        }
        return new SlurmCluster(commands);
    }

    /**
     * A job array to submit; task numbers start at 0.
     *
     * @param name job name, by which the array can be found again
     * @param atOnce maximum number of tasks that run at once; 0 for no limit
     * @param logs folder for the output of the tasks
     * @param arguments arguments of the script
     */
    public record Order(Path script, String name, int tasks, int atOnce, Path logs, List<String> arguments) {}

    /**
     * The maximum number of tasks in one array (MaxArraySize, max_array_tasks); empty if the cluster does not report
     * it.
     */
    public OptionalInt mostTasks() {
        if (commands.find("scontrol").isEmpty()) {
            return OptionalInt.empty();
        }
        Answer answer = commands.run("scontrol", List.of("show", "config"));
        if (!answer.isDone()) {
            return OptionalInt.empty();
        }
        return Stream.of(MAX_ARRAY_SIZE, MAX_ARRAY_TASKS)
                .map(pattern -> pattern.matcher(answer.out()))
                .filter(Matcher::find)
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .min();
    }

    /** The outcome of a submission. */
    public sealed interface Submission {
        /** The cluster accepted the array under this job number. */
        record Taken(String job) implements Submission {}

        /**
         * The cluster rejected the array because it is too large or because the user's job limit is reached; fewer
         * tasks or a later submission may be accepted.
         */
        record Limited(String sentence) implements Submission {}
    }

    /**
     * Submits an array.
     *
     * @throws InputError with the message of the scheduler if it never accepts the array
     */
    public Submission submit(Order order) {
        String throttle = order.atOnce() == 0 ? "" : "%" + order.atOnce();
        List<String> words = new ArrayList<>(List.of(
                "--parsable",
                "--array=0-" + (order.tasks() - 1) + throttle,
                "--job-name=" + order.name(),
                "--open-mode=append",
                "--output=" + order.logs().toString().replace("%", "%%") + "/%x-%a.txt",
                order.script().toString()));
        words.addAll(order.arguments());
        Answer answer = commands.run("sbatch", words);
        String job = answer.out().strip().split(";", 2)[0];
        return answer.isDone() && job.matches("\\d+") ? new Submission.Taken(job) : notTaken(answer.words(), order);
    }

    /** Distinguishes limits of the cluster and arrays that are too large from errors of the script. */
    private static Submission notTaken(String words, Order order) {
        if (LIMIT.matcher(words).find()) {
            return new Submission.Limited("SLURM does not accept more of your jobs now (" + words + ").");
        }
        boolean size = words.contains("Invalid job array");
        if (size && order.tasks() > 1) {
            return new Submission.Limited("SLURM does not accept an array of this size (" + words + ").");
        }
        String remedy = size
                ? "an array of " + order.tasks() + " tasks may be too large for this cluster (its MaxArraySize), so"
                        + " ask its administrator"
                : "correct " + order.script()
                        + ", or ask the cluster's administrator about the limits, and run the same command again";
        throw new InputError("SLURM does not accept the job array (" + words + "): " + remedy + ".");
    }

    /**
     * The waiting and running tasks of an array, by index.
     *
     * @return empty if the scheduler does not answer, so that the state of the tasks is unknown
     */
    public Optional<Map<Integer, QueuedTask>> queue(String job) {
        Answer answer = commands.run("squeue", List.of("--noheader", "--array", "--jobs=" + job, COLUMNS));
        if (!answer.isDone()) {
            // SLURM forgets a job some time after its end, so this counts as an answer.
            boolean forgotten = answer.err().contains("Invalid job id");
            return forgotten ? Optional.of(Map.of()) : Optional.empty();
        }
        Map<Integer, QueuedTask> tasks = new LinkedHashMap<>();
        for (String line : answer.out().lines().toList()) {
            String[] cells = line.strip().split("\\|", 3);
            if (cells.length == 3 && cells[0].matches("\\d{1,9}")) {
                boolean waits = cells[1].equals("PENDING");
                tasks.put(
                        Integer.valueOf(cells[0]),
                        new QueuedTask(!waits, waits && !cells[2].equals("None") ? cells[2] : ""));
            }
        }
        return Optional.of(tasks);
    }

    /**
     * The number of a queued job, found by its name. Used when a program submitted the job but ended before it stored
     * the number.
     */
    public Optional<String> find(String name) {
        Answer answer = commands.run("squeue", List.of("--noheader", "--name=" + name, "--format=%F"));
        return answer.out()
                .lines()
                .map(String::strip)
                .filter(job -> job.matches("\\d+"))
                .findFirst();
    }

    /**
     * Cancels an array.
     *
     * @throws InputError with the message of the scheduler if the array cannot be cancelled
     */
    public void cancel(String job) {
        Answer answer = commands.run("scancel", List.of(job));
        if (!answer.isDone() && !answer.err().contains("Invalid job id")) {
            throw new InputError("SLURM does not cancel job " + job + " (" + answer.words() + "): try again, or run"
                    + " 'scancel " + job + "'.");
        }
    }

    /** How a task that left the queue ended, as reported by the scheduler; empty if there is no record. */
    public Optional<String> ending(String job, int task) {
        String id = job + "_" + task;
        if (commands.find("sacct").isPresent()) {
            Answer kept = commands.run(
                    "sacct",
                    List.of("--noheader", "--parsable2", "--allocations", "--jobs=" + id, "--format=State,ExitCode"));
            Optional<String> state = kept.isDone()
                    ? kept.out().lines().filter(line -> !line.isBlank()).findFirst()
                    : Optional.empty();
            if (state.isPresent()) {
                return state.map(line -> line.strip().replace("|", ", exit code "));
            }
        }
        if (commands.find("scontrol").isEmpty()) {
            return Optional.empty();
        }
        // Without accounting, the controller keeps the record for some minutes.
        String text = commands.run("scontrol", List.of("--oneliner", "show", "job", id))
                .out();
        return word(text, "JobState")
                .map(state -> state
                        + word(text, "ExitCode")
                                .map(code -> ", exit code " + code)
                                .orElse(""));
    }

    private static Optional<String> word(String text, String key) {
        int at = text.indexOf(key + "=");
        if (at < 0) {
            return Optional.empty();
        }
        return Optional.of(text.substring(at + key.length() + 1).split("\\s", 2)[0]);
    }
}
