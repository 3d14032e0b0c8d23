package org.dalescope.model.suite.slurm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Scripts named sbatch, squeue and scancel in a folder for the PATH: submissions become files {@code jobs/N} (a line per
 * argument), the queue is whatever lines lie in {@code queue/N}, one per task.
 */
public final class FakeSlurm {
    private final Path folder;

    private FakeSlurm(Path folder) {
        this.folder = folder;
    }

    public static FakeSlurm in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("queue"));
        FakeSlurm slurm = new FakeSlurm(folder);
        slurm.script("sbatch", """
                [ ! -e refuse ] || { echo "sbatch: error: Invalid account" >&2; exit 1; }
                [ ! -e say ] || { cat say >&2; exit 1; }
                n=$(($(ls jobs | wc -l) + 1))
                last=0
                for word; do case $word in --array=0-*) last=${word#--array=0-}; last=${last%%%*};; esac; done
                [ ! -e most ] || [ "$last" -lt "$(cat most)" ] || { echo "sbatch: error: Batch job submission failed: Invalid job array specification" >&2; exit 1; }
                queued=$(cat queue/* 2>/dev/null | wc -l)
                [ ! -e limit ] || [ $((queued + last + 1)) -le "$(cat limit)" ] || { echo "sbatch: error: AssocMaxSubmitJobLimit" >&2; exit 1; }
                printf '%s\\n' "$@" >.job && mv .job jobs/$n
                for i in $(seq 0 "$last"); do echo "$i|PENDING|Resources"; done >.queue && mv .queue queue/$n
                echo "$n;cluster"
                """);
        slurm.script("scontrol", """
                [ "$1 $2" != "show config" ] || [ ! -e parameters ] || cat parameters
                [ "$1 $2" != "show config" ] || [ ! -e most ] || [ -e silent ] || echo "MaxArraySize            = $(cat most)"
                """);
        slurm.script("squeue", """
                [ ! -e down ] || { echo "slurm_load_jobs error: Unable to contact slurm controller" >&2; exit 1; }
                for word; do case $word in
                    --jobs=*) job=${word#--jobs=} ;;
                    --name=*) grep -l -x -e "--job-name=${word#--name=}" jobs/* | sed 's/.*\\///'; exit 0 ;;
                esac; done
                [ -e queue/$job ] || { echo "slurm_load_jobs error: Invalid job id specified" >&2; exit 1; }
                cat queue/$job
                """);
        slurm.script("scancel", "rm -f queue/$1\n");
        return slurm;
    }

    private void script(String name, String text) throws IOException {
        Path file = folder.resolve("bin").resolve(name);
        Files.writeString(file, "#!/bin/sh\ncd '" + folder + "' || exit 1\n" + text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    /** The folders of the PATH: the stand-ins, and none of a SLURM that may be installed here. */
    public String path() {
        return folder.resolve("bin").toString();
    }

    /** The arguments of every submission so far. */
    public List<List<String>> submissions() throws IOException {
        try (Stream<Path> jobs = Files.list(folder.resolve("jobs"))) {
            return jobs.sorted()
                    .map(job -> {
                        try {
                            return Files.readAllLines(job);
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }
    }

    /** Replaces what squeue shows of a job. */
    public void queue(int job, String lines) throws IOException {
        Files.writeString(folder.resolve("queue").resolve(Integer.toString(job)), lines);
    }

    /** The job has left the queue and is forgotten. */
    public void forget(int job) throws IOException {
        Files.deleteIfExists(folder.resolve("queue").resolve(Integer.toString(job)));
    }

    public boolean isQueued(int job) {
        return Files.exists(folder.resolve("queue").resolve(Integer.toString(job)));
    }

    /** From now on the controller does not answer, or answers again. */
    public void down(boolean down) throws IOException {
        flag("down", down);
    }

    /** From now on submissions are refused, or taken again. */
    public void refuse(boolean refuse) throws IOException {
        flag("refuse", refuse);
    }

    /** Arrays of more tasks are refused, as by MaxArraySize. */
    public void mostTasks(int most) throws IOException {
        Files.writeString(folder.resolve("most"), Integer.toString(most));
    }

    /** So many tasks may be queued at once, as with MaxSubmitJobs. */
    public void limit(int tasks) throws IOException {
        Files.writeString(folder.resolve("limit"), Integer.toString(tasks));
    }

    /** The cluster does not say how large an array may be. */
    public void silentAboutArrays() throws IOException {
        flag("silent", true);
    }

    /** Submissions are refused with a reason, under which SLURM writes what it writes under every violation. */
    public void say(String reason) throws IOException {
        Files.writeString(
                folder.resolve("say"),
                "sbatch: error: " + reason + "\nsbatch: error: Batch job submission failed: Job violates accounting/QOS"
                        + " policy (job submit limit, user's size and/or time limits)\n");
    }

    /** What the configuration shows as SchedulerParameters. */
    public void parameters(String words) throws IOException {
        Files.writeString(folder.resolve("parameters"), "SchedulerParameters     = " + words + "\n");
    }

    private void flag(String name, boolean set) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
        if (set) {
            Files.createFile(folder.resolve(name));
        }
    }
}
