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
import org.dalescope.model.common.JsonErrorText;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.UserError;
import org.dalescope.model.common.io.AtomicFile;
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
 * A suite's job arrays, in {@code slurm/arrays.json}: written before and after each submission, so that whoever gives the
 * suite's command again, from whichever login node, finds what is under way.
 */
final class SlurmJobArrays {
    /** SLURM takes at most 1001 tasks per array unless it is told otherwise; for a cluster that does not say. */
    private static final int MOST_TASKS = 1000;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final SuiteFolder folder;
    private final List<JobArray> arrays;

    /** The largest array that the cluster took after it had not taken a larger one; a later try begins with this size. */
    private int accepted = Integer.MAX_VALUE;

    /**
     * A submission.
     *
     * @param name the job's, not used twice
     * @param job its number; empty where the program died before it knew it
     * @param tasks file name of its {@link SlurmTaskFile}
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
                        file + " is damaged (" + JsonErrorText.of(e) + "): delete it, after 'squeue --me' shows"
                                + " that nothing of the suite is still queued.",
                        e);
            }
        }
        return new SlurmJobArrays(folder, arrays);
    }

    /** The newest first: a fit's last submission is the one that counts. */
    List<JobArray> newestFirst() {
        return List.copyOf(arrays.reversed());
    }

    SlurmTaskFile tasks(JobArray array) {
        return SlurmTaskFile.read(folder.slurm().resolve(array.tasks()));
    }

    /**
     * What was submitted.
     *
     * @param limit why the cluster does not take the other fits now; empty where it took all
     */
    record Submitted(List<JobArray> arrays, Optional<String> limit) {}

    /** Submits fits in order, in arrays that are as large as the cluster takes. */
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
                        // There may be more room than there was.
                        accepted = Math.min(allowed, 2 * accepted);
                        most = accepted;
                    }
                    from += tasks;
                }
                case Submission.Limited limited -> {
                    if (tasks == 1) {
                        return new Submitted(submitted, Optional.of(limited.sentence()));
                    }
                    // A limit counts tasks: a smaller array may pass.
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
            throw new InputError("This cluster takes no job arrays (its MaxArraySize is " + most
                    + "): ask its administrator, or take --launcher local.");
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

    /** Writes down the number of a job. */
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

    /** Whether someone has cancelled the suite since it was last started. */
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
