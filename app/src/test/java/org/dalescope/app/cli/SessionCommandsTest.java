package org.dalescope.app.cli;

import static org.dalescope.app.cli.Terminal.dalescope;
import static org.dalescope.app.cli.Terminal.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dalescope.app.cli.Terminal.Answer;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.split.SplitFile;
import org.dalescope.model.session.synthetic.DemoSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making, converting and splitting sessions from the command line. */
class SessionCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void synthTakesEverySettingAsAnOptionAndLeavesTheTruthBeside() throws IOException {
        Path out = folder.resolve("s.dalescope");
        Answer made = dalescope(
                "synth",
                "--task",
                "reach",
                "--excitatory",
                12,
                "--inhibitory",
                3,
                "--hidden-excitatory",
                4,
                "--rank",
                5,
                "--tau-e",
                60,
                "--tau-i",
                15,
                "--tau-spread",
                0.3,
                "--fano",
                1.5,
                "--noise",
                0.2,
                "--trials",
                40,
                "--bins",
                30,
                "--bin-ms",
                50,
                "--aborted",
                0,
                "--seed",
                3,
                "--out",
                out);
        assertEquals(0, made.code(), made.err());
        Session session = SessionFiles.open(out);
        assertEquals(15, session.neurons().size());
        assertEquals(50, session.time().binMs());
        assertTrue(session.channels().stream().anyMatch(c -> c.name().equals("hand_x")));
        NpzFile.Content truth = NpzFile.read(folder.resolve("s.truth.npz"));
        assertArrayEquals(new int[] {19, 19}, truth.array("W_rec").shape());
        assertArrayEquals(new int[] {40, 30, 15}, truth.array("rates").shape());
        refused(dalescope("synth", "--fano", 0.5, "--out", folder.resolve("t.dalescope")), "fano", "from 1");
        refused(
                dalescope("synth", "--task", "chess", "--out", folder.resolve("t.dalescope")),
                "one of delayed-response");
        assertEquals(
                2,
                dalescope("synth", "--colour", 1, "--out", folder.resolve("t.dalescope"))
                        .code());
        Files.delete(out);
        refused(dalescope("synth", "--out", out), "s.truth.npz exists");
    }

    @Test
    void synthDemoIsTheShippedSession() {
        Path out = folder.resolve("d.dalescope");
        assertEquals(0, dalescope("synth", "--demo", "--out", out).code());
        assertEquals(
                DemoSession.open(folder).source().sha256(),
                SessionFiles.open(out).source().sha256());
        assertTrue(Files.exists(folder.resolve("d.truth.npz")));
        assertEquals(
                2,
                dalescope("synth", "--demo", "--rank", 2, "--out", folder.resolve("e"))
                        .code());
    }

    @Test
    void convertTellsTheFormatByNameOrEnding() {
        Path session = Terminal.session(folder);
        Path npz = folder.resolve("x.npz");
        assertEquals(0, dalescope("convert", session, "--out", npz).code());
        assertTrue(Files.exists(npz));
        Path mat = folder.resolve("no-ending");
        assertEquals(
                0, dalescope("convert", session, "--to", "mat", "--out", mat).code());
        Path again = folder.resolve("again.dalescope");
        assertEquals(0, dalescope("convert", session, "--out", again).code());
        assertArrayEquals(
                SessionFiles.open(session).rates(), SessionFiles.open(again).rates());
        refused(dalescope("convert", session, "--out", npz), "exists");
        assertEquals(
                2,
                dalescope("convert", session, "--out", folder.resolve("x.xls")).code());
        assertEquals(
                2,
                dalescope("convert", session, "--to", "xls", "--out", folder.resolve("x"))
                        .code());
    }

    @Test
    void aSplitIsExportedImportedAndItsTestPartitionsOpeningsAreLogged() {
        Path session = Terminal.session(folder);
        Path split = folder.resolve("split.json");
        Answer written = dalescope(
                "split",
                session,
                "--set",
                "data.folds=4",
                "--set",
                "data.fold=2",
                "--set",
                "data.validation_share=0.3",
                "--out",
                split);
        assertEquals(0, written.code(), written.err());
        assertTrue(written.err().contains("data.validation_share has no effect"), written.err());
        Session opened = SessionFiles.open(session);
        assertTrue(written.err().contains(SplitFile.read(split, opened).hash()));
        refused(dalescope("split", session, "--out", split), "exists");
        refused(
                dalescope("split", session, "--set", "data.fold=3", "--set", "data.folds=2", "--out", folder),
                "exists");
        Path run = folder.resolve("run");
        Answer fitted = dalescope(
                "fit", session, "--split", split, "--epochs", 1, "--threads", 1, "--set", "data.folds=4", "--out", run);
        assertEquals(0, fitted.code(), fitted.err());
        assertTrue(fitted.err().contains("data.folds has no effect: the split is given"), fitted.err());
        assertEquals(
                0,
                dalescope("evaluate", run, "--partition", "test", "--threads", 1)
                        .code());
        RunDescription description = RunDescription.read(RunFolder.existing(run));
        assertEquals(SplitFile.read(split, opened).hash(), description.split().hash());
        assertEquals(1, description.testOpened());
        assertEquals(
                "dalescope evaluate " + run + " --partition test --threads 1",
                description.testOpenings().getFirst().command());
        assertFalse(description.testOpenings().getFirst().time().isEmpty());
    }
}
