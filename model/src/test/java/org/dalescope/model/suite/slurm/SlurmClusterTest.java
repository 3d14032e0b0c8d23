package org.dalescope.model.suite.slurm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dalescope.model.common.InputError;
import org.dalescope.model.suite.slurm.SlurmCluster.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class SlurmClusterTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private SlurmCluster slurm(FakeSlurm fake) {
        return SlurmCluster.onPath(fake.path());
    }

    private SlurmCluster.Order order(int tasks, int atOnce) {
        return new SlurmCluster.Order(
                Path.of("job.sh"), "a-name", tasks, atOnce, Path.of("/logs/100%"), List.of("one", "two words"));
    }

    @Test
    void anArrayIsSubmittedWithTheScriptAndItsArgumentsLast() throws IOException {
        FakeSlurm fake = FakeSlurm.in(folder);
        assertEquals(new Submission.Taken("1"), slurm(fake).submit(order(12, 3)));
        List<String> words = fake.submissions().getFirst();
        assertTrue(
                words.containsAll(List.of("--array=0-11%3", "--job-name=a-name", "--output=/logs/100%%/%x-%a.txt")),
                words::toString);
        assertEquals(List.of("job.sh", "one", "two words"), words.subList(words.size() - 3, words.size()));
        assertEquals(new Submission.Taken("2"), slurm(fake).submit(order(2, 0)));
        assertTrue(fake.submissions().get(1).contains("--array=0-1"));
        assertEquals(Optional.of("1"), slurm(fake).find("a-name"));
        assertEquals(Optional.empty(), slurm(fake).find("another"));
    }

    @Test
    void theQueueTellsWhatWaitsAndWhy() throws IOException {
        FakeSlurm fake = FakeSlurm.in(folder);
        fake.queue(7, "0|RUNNING|None\n3|PENDING|Nodes required for job are DOWN, DRAINED\n5|COMPLETING|None\n");
        Map<Integer, QueuedTask> queue = slurm(fake).queue("7").orElseThrow();
        assertEquals(
                Map.of(
                        0,
                        new QueuedTask(true, ""),
                        3,
                        new QueuedTask(false, "Nodes required for job are DOWN, DRAINED"),
                        5,
                        new QueuedTask(true, "")),
                queue);
        fake.forget(7);
        assertEquals(Optional.of(Map.of()), slurm(fake).queue("7"));
        fake.down(true);
        assertEquals(Optional.empty(), slurm(fake).queue("7"));
    }

    @Test
    void refusalsBearTheSchedulersWords() throws IOException {
        FakeSlurm fake = FakeSlurm.in(folder);
        fake.refuse(true);
        InputError refused = assertThrows(InputError.class, () -> slurm(fake).submit(order(1, 0)));
        assertTrue(refused.sentence().contains("Invalid account"), refused.sentence());
        InputError none = assertThrows(InputError.class, () -> SlurmCluster.onPath(folder.toString()));
        assertTrue(none.sentence().contains("sbatch is not on the PATH"), none.sentence());
    }

    @Test
    void theClusterSaysHowLargeAnArrayMayBe() throws IOException {
        FakeSlurm fake = FakeSlurm.in(folder);
        assertEquals(OptionalInt.empty(), slurm(fake).mostTasks());
        fake.mostTasks(5);
        assertEquals(OptionalInt.of(5), slurm(fake).mostTasks());
        // A smaller array may pass; a single task that does not is to blame on the cluster.
        assertInstanceOf(Submission.Limited.class, slurm(fake).submit(order(6, 0)));
        fake.parameters("bf_continue,max_array_tasks=4,default_queue_depth=9");
        assertEquals(OptionalInt.of(4), slurm(fake).mostTasks());
        fake.mostTasks(0);
        InputError refused = assertThrows(InputError.class, () -> slurm(fake).submit(order(1, 0)));
        assertTrue(refused.sentence().contains("MaxArraySize"), refused.sentence());
        assertFalse(refused.sentence().contains("job.sh"), refused.sentence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QOSMaxWallDurationPerJobLimit",
                "QOSMaxCpuPerJobLimit",
                "QOSMaxNodePerJobLimit",
                "QOSMaxMemoryPerJob",
                "QOSMinCpuNotSatisfied",
                "AssocMaxWallDurationPerJobLimit",
                "AssocGrpCPUMinutesLimit"
            })
    void aViolationThatNeverPassesIsRefusedWithSlurmsWords(String reason) throws IOException {
        FakeSlurm fake = FakeSlurm.in(folder);
        fake.say(reason);
        InputError refused = assertThrows(InputError.class, () -> slurm(fake).submit(order(4, 0)));
        assertTrue(refused.sentence().contains(reason), refused.sentence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QOSMaxSubmitJobPerUserLimit",
                "QOSGrpSubmitJobsLimit",
                "AssocMaxSubmitJobLimit",
                "AssocGrpSubmitJobsLimit",
                "MaxSubmitJobsPerAccount"
            })
    void aLimitOnTheNumberOfJobsPasses(String reason) throws IOException {
        FakeSlurm fake = FakeSlurm.in(folder);
        fake.say(reason);
        Submission.Limited limited =
                assertInstanceOf(Submission.Limited.class, slurm(fake).submit(order(4, 0)));
        assertTrue(limited.sentence().contains(reason), limited.sentence());
    }

    @Test
    void aLimitOnJobsIsNotBlamedOnTheScript() throws IOException {
        FakeSlurm fake = FakeSlurm.in(folder);
        fake.limit(3);
        Submission.Limited limited =
                assertInstanceOf(Submission.Limited.class, slurm(fake).submit(order(4, 0)));
        assertTrue(limited.sentence().contains("AssocMaxSubmitJobLimit"), limited.sentence());
        assertFalse(limited.sentence().contains("job.sh"), limited.sentence());
    }

    @Test
    void theShippedScriptNamesTheProgramAndIsAShellScript() throws IOException {
        String script = JobArrayScript.shipped("'/opt/my tools/dalescope'");
        assertTrue(script.startsWith("#!/bin/bash\n"));
        assertTrue(script.contains("dalescope='/opt/my tools/dalescope'\n"));
        assertFalse(script.contains("@DALESCOPE@"));
        Path text = folder.resolve("not-a-script");
        Files.writeString(text, "partition main");
        assertThrows(InputError.class, () -> JobArrayScript.copy(text, folder.resolve("job.sh")));
        assertFalse(Files.exists(folder.resolve("job.sh")));
    }
}
