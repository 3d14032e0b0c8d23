package org.dalescope.model.suite.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.UserError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.common.io.JsonErrorText;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.slurm.JobArrayScript;
import org.dalescope.model.suite.slurm.SlurmCluster;
import org.dalescope.model.suite.slurm.SlurmCluster.Submission;
import org.dalescope.model.suite.store.SuiteFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The job arrays that a suite has submitted to a SLURM cluster to run its fits, stored in {@code slurm/arrays.json}.
 * The file is written before and after each submission, so that a later start of the suite, from any login node, finds
 * the submitted tasks.
 */
final class SlurmJobArrays {
    /** The limit for a cluster that does not report one; SLURM accepts at most 1001 tasks per array by default. */
    private static final int MOST_TASKS = 1000;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final SuiteFolder folder;
    private final List<JobArray> arrays;

    /**
     * The size of the largest array that the cluster accepted after it rejected a larger one; the next attempt starts
     * with it.
     */
    private int accepted = Integer.MAX_VALUE;

    /**
     * A submission.
     *
     * @param name name of the job; unique
     * @param job number of the job; empty if the program ended before it received the number
     * @param tasks name of the {@link SlurmTaskFile} of the array
     */
    record JobArray(String name, String job, String tasks) {}

    private SlurmJobArrays(SuiteFolder folder, List<JobArray> arrays) {
        this.folder = folder;
        this.arrays = arrays;
    }

    static SlurmJobArrays read(SuiteFolder folder) {
        Path file = folder.jobArrays();
        List<JobArray> arrays = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            try {
                for (JsonNode node : MAPPER.readTree(file.toFile())) {
                    arrays.add(MAPPER.treeToValue(node, JobArray.class));
                }
            } catch (JacksonException e) {
                throw new InputError(
                        file + " is damaged (" + JsonErrorText.of(e) + "): check with 'squeue --me' that no task of"
                                + " the suite is in the queue, then delete the file.",
                        e);
            }
        }
        return new SlurmJobArrays(folder, arrays);
    }

    /** The arrays, newest first; only the last submission of a fit counts. */
    List<JobArray> newestFirst() {
        return List.copyOf(arrays.reversed());
    }

    SlurmTaskFile tasks(JobArray array) {
        return SlurmTaskFile.read(folder.slurm().resolve(array.tasks()));
    }

    /**
     * The result of a submission.
     *
     * @param limit why the cluster does not accept the other fits now; empty if it accepted all
     */
    record Submitted(List<JobArray> arrays, Optional<String> limit) {}

    /** Submits fits in order, in arrays that are as large as the cluster accepts. */
    Submitted submit(SuiteLauncher.Cluster place, List<FitKey> cells) {
        Path script = folder.jobScript();
        if (!Files.exists(script)) {
            AtomicFile.write(script, JobArrayScript.shipped(place.program()));
        }
        AtomicFile.folder(logs());
        List<JobArray> submitted = new ArrayList<>();
        int allowed = mostTasks(place.slurm());
        int most = Math.min(accepted, allowed);
        boolean halved = false;
        int from = 0;
        while (from < cells.size()) {
            int tasks = Math.min(most, cells.size() - from);
            switch (submitOne(place, cells.subList(from, from + tasks))) {
                case Submission.Taken _ -> {
                    submitted.add(arrays.getLast());
                    if (halved && from == 0) {
                        accepted = tasks;
                    } else if (!halved && accepted < allowed) {
                        // The limit may have changed since the last submission, so try a larger array.
                        accepted = Math.min(allowed, 2 * accepted);
                        most = accepted;
                    }
                    from += tasks;
                }
                case Submission.Limited limited -> {
                    if (tasks == 1) {
                        return new Submitted(submitted, Optional.of(limited.sentence()));
                    }
                    // The limit counts tasks, so a smaller array may be accepted.
                    most = tasks / 2;
                    halved = true;
                }
            }
        }
        return new Submitted(submitted, Optional.empty());
    }

    private static int mostTasks(SlurmCluster slurm) {
        int most = slurm.mostTasks().orElse(MOST_TASKS);
        if (most < 1) {
            throw new InputError("This cluster does not accept job arrays (its MaxArraySize is " + most
                    + "): ask its administrator, or use --launcher local.");
        }
        return most;
    }

    private Submission submitOne(SuiteLauncher.Cluster place, List<FitKey> cells) {
        String file = String.format(Locale.ROOT, "tasks-%03d.json", arrays.size() + 1);
        Path tasks = folder.slurm().resolve(file);
        new SlurmTaskFile(place.engine(), List.copyOf(cells)).write(tasks);
        String name = "dalescope-" + UUID.randomUUID().toString().substring(0, 8);
        arrays.add(new JobArray(name, "", file));
        write();
        SlurmCluster.Order order = new SlurmCluster.Order(
                folder.jobScript().toAbsolutePath(),
                name,
                cells.size(),
                place.atOnce(),
                logs().toAbsolutePath(),
                List.of(
                        folder.folder().toAbsolutePath().toString(),
                        tasks.toAbsolutePath().toString()));
        try {
            Submission submission = place.slurm().submit(order);
            switch (submission) {
                case Submission.Taken taken -> know(arrays.getLast(), taken.job());
                case Submission.Limited _ -> forgetLast();
            }
            return submission;
        } catch (UserError refused) {
            forgetLast();
            throw refused;
        }
    }

    private void forgetLast() {
        arrays.removeLast();
        write();
    }

    /** Stores the number of a job. */
    JobArray know(JobArray array, String job) {
        JobArray known = new JobArray(array.name(), job, array.tasks());
        arrays.set(arrays.indexOf(array), known);
        write();
        return known;
    }

    private Path logs() {
        return folder.slurm().resolve("logs");
    }

    private void write() {
        ArrayNode list = MAPPER.createArrayNode();
        arrays.forEach(array -> list.add(MAPPER.<JsonNode>valueToTree(array)));
        AtomicFile.write(
                folder.jobArrays(), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n");
    }

    /** Returns true if the suite was cancelled after its last start. */
    boolean isCancelled() {
        return Files.exists(folder.cancelled());
    }

    void cancelled(boolean is) {
        try {
            if (is) {
                AtomicFile.write(folder.cancelled(), "");
            } else {
                Files.deleteIfExists(folder.cancelled());
            }
        } catch (IOException e) {
            throw new StorageError(folder.cancelled() + " cannot be deleted: check its permissions.", e);
        }
    }
}
