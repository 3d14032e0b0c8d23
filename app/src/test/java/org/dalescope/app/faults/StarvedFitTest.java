package org.dalescope.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, read-only or gone while a fit runs: it waits, and goes on as if nothing had happened. */
@Tag("faults")
class StarvedFitTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path disk = Path.of(".");
    private Path session = Path.of(".");
    private Path whole = Path.of(".");

    @BeforeEach
    void fitWhole() throws IOException, InterruptedException {
        disk = Files.createDirectory(folder.resolve("disk"));
        session = Program.session(folder);
        whole = folder.resolve("whole");
        Program.run(folder.resolve("whole.err"), Program.fit(session, whole));
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        while (Program.system("umount", "-l", disk.toString())) {
            Thread.sleep(10);
        }
    }

    @Test
    void aFullDiskIsWaitedFor() throws IOException, InterruptedException {
        assumeTrue(
                Program.system("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString()),
                "a small file system cannot be mounted here: run as root");
        Path run = disk.resolve("run");
        Program program = Program.start(folder.resolve("full.err"), Program.fit(session, run));
        begun(run);
        Path filler = disk.resolve("filler");
        Program.system("dd", "if=/dev/zero", "of=" + filler, "bs=4096");
        program.await("Paused: ");
        assertTrue(program.said().contains("No space left on device"), program.said());
        RunDescription.read(new RunFolder(run));
        Files.delete(filler);
        program.await("The fit continues");
        assertEquals(0, program.end(), program.said());
        assertEquals(Program.bits(whole), Program.bits(run));
    }

    @Test
    void aReadOnlyDiskIsWaitedFor() throws IOException, InterruptedException {
        assumeTrue(
                Program.system("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString()),
                "a small file system cannot be mounted here: run as root");
        Path run = disk.resolve("run");
        Program program = Program.start(folder.resolve("read-only.err"), Program.fit(session, run));
        begun(run);
        // The lock is open for writing, so that the file system itself cannot become read-only: a view of it does.
        assumeTrue(Program.system("mount", "--bind", disk.toString(), disk.toString()), "no bind mounts here");
        assumeTrue(
                Program.system("mount", "-o", "remount,bind,ro", disk.toString()),
                "a mount cannot be made read-only here");
        program.await("Paused: ");
        assertTrue(program.said().toLowerCase(java.util.Locale.ROOT).contains("read-only"), program.said());
        assertTrue(Program.system("mount", "-o", "remount,bind,rw", disk.toString()));
        program.await("The fit continues");
        assertEquals(0, program.end(), program.said());
        assertEquals(Program.bits(whole), Program.bits(run));
    }

    @Test
    void aDriveThatGoesAwayAndComesBackIsWaitedFor() throws IOException, InterruptedException {
        Path drive = Files.createDirectory(folder.resolve("drive"));
        assumeTrue(
                Program.system("mount", "--bind", drive.toString(), disk.toString()),
                "no bind mounts here: run as root");
        Path run = disk.resolve("run");
        Program program = Program.start(folder.resolve("gone.err"), Program.fit(session, run));
        begun(run);
        assertTrue(Program.system("umount", "-l", disk.toString()));
        // Where it went in the middle of a save, the file that was missed first is named before the drive is.
        program.await("is not available");
        assertTrue(Files.notExists(run.resolve("run.json")), "no run is begun where the drive is not");
        assertTrue(Program.system("mount", "--bind", drive.toString(), disk.toString()));
        program.await("The fit continues");
        assertEquals(0, program.end(), program.said());
        assertEquals(Program.bits(whole), Program.bits(run));
    }

    @Test
    void twoProcessesDoNotShareARun() throws IOException, InterruptedException {
        Path run = folder.resolve("shared");
        Program first = Program.start(folder.resolve("first.err"), Program.fit(session, run));
        begun(run);
        Program second = Program.start(folder.resolve("second.err"), "fit", "--resume", run);
        assertEquals(1, second.end());
        assertTrue(second.said().contains("is in use by another Dalescope"), second.said());
        assertEquals(0, first.end(), first.said());
        assertEquals(Program.bits(whole), Program.bits(run));
    }

    /** Waits for the first checkpoints. */
    private static void begun(Path run) throws InterruptedException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (Files.notExists(run.resolve("checkpoint").resolve("state-1.npz"))) {
            assertTrue(System.nanoTime() < deadline, "the fit begins");
            Thread.sleep(20);
        }
    }
}
