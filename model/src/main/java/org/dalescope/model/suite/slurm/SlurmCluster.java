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

/** A SLURM cluster by the commands of its login node. */
public final class SlurmCluster {
    private static final String COLUMNS = "--format=%K|%T|%r";

    private static final Pattern MAX_ARRAY_SIZE = Pattern.compile("(?m)^MaxArraySize\\s*=\\s*(\\d{1,9})\\s*$");

    private static final Pattern MAX_ARRAY_TASKS = Pattern.compile("max_array_tasks\\s*=\\s*(\\d{1,9})");

    /**
     * What SLURM says where a user, an account or a quality of service has as many jobs in the queue as it may. The words
     * "violates accounting/QOS policy (job submit limit, ...)" stand under every violation, also one that never passes, such
     * as a time limit that is too long; they tell nothing.
     */
    private static final Pattern LIMIT =
            Pattern.compile("(?i)Max\\w*Submit|Grp\\w*Submit|too many jobs|temporarily unable");

    private final ExecutableFinder commands;

    private SlurmCluster(ExecutableFinder commands) {
        this.commands = commands;
    }

    /**
     * The cluster whose commands lie in the folders of a PATH.
     *
     * @throws InputError where one is missing
     */
    public static SlurmCluster onPath(String path) {
        ExecutableFinder commands = new ExecutableFinder(path);
        for (String name : List.of("sbatch", "squeue", "scancel")) {
            if (commands.find(name).isEmpty()) {
                throw new InputError("There is no SLURM here (" + name
                        + " is not on the PATH): log in to the cluster's login node, or take --launcher local.");
            }
        }
        return new SlurmCluster(commands);
    }

    /**
     * An array to submit; tasks count from 0.
     *
     * @param name by which it can be found again
     * @param atOnce tasks that may run at once; 0 for no such limit
     * @param logs folder for the output of the tasks
     * @param arguments of the script
     */
    public record Order(Path script, String name, int tasks, int atOnce, Path logs, List<String> arguments) {}

    /** The most tasks of one array that the cluster takes (MaxArraySize, max_array_tasks); empty where it does not say. */
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

    /** What came of a submission. */
    public sealed interface Submission {
        /** Taken, with the job's number. */
        record Taken(String job) implements Submission {}

        /** Not taken, because the array is too large or a limit on the user's jobs is reached: fewer tasks, or later. */
        record Limited(String sentence) implements Submission {}
    }

    /**
     * Submits an array.
     *
     * @throws InputError with the scheduler's own words where it does not take it, now or later
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

    /** The script is to blame neither for a limit of the cluster nor for an array that is too large. */
    private static Submission notTaken(String words, Order order) {
        if (LIMIT.matcher(words).find()) {
            return new Submission.Limited("SLURM does not take more jobs from you now (" + words + ").");
        }
        boolean size = words.contains("Invalid job array");
        if (size && order.tasks() > 1) {
            return new Submission.Limited("SLURM does not take so large an array (" + words + ").");
        }
        String remedy = size
                ? "an array of " + order.tasks() + " tasks may be too large for this cluster (its MaxArraySize), ask"
                        + " its administrator"
                : "correct " + order.script()
                        + ", or ask the cluster's administrator about the limits, and give the same" + " command again";
        throw new InputError("SLURM does not take the job array (" + words + "): " + remedy + ".");
    }

    /**
     * The tasks of an array that wait or run, by their index.
     *
     * @return empty where the scheduler does not answer, which says nothing of the tasks
     */
    public Optional<Map<Integer, QueuedTask>> queue(String job) {
        Answer answer = commands.run("squeue", List.of("--noheader", "--array", "--jobs=" + job, COLUMNS));
        if (!answer.isDone()) {
            // A job that ended a while ago is forgotten; that is an answer.
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

    /** The number of the queued job of a name: one that was submitted by a program that died before it wrote it down. */
    public Optional<String> find(String name) {
        Answer answer = commands.run("squeue", List.of("--noheader", "--name=" + name, "--format=%F"));
        return answer.out()
                .lines()
                .map(String::strip)
                .filter(job -> job.matches("\\d+"))
                .findFirst();
    }

    /**
     * Takes an array from the cluster.
     *
     * @throws InputError with the scheduler's own words where it cannot be
     */
    public void cancel(String job) {
        Answer answer = commands.run("scancel", List.of(job));
        if (!answer.isDone() && !answer.err().contains("Invalid job id")) {
            throw new InputError("SLURM does not cancel job " + job + " (" + answer.words() + "): try again, or give"
                    + " 'scancel " + job + "'.");
        }
    }

    /** How a task that left the queue ended, in the scheduler's words; empty where it keeps no such record. */
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
        // Without accounting the controller itself remembers for some minutes.
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
