package org.dalescope.model.run.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.training.Adam;
import org.dalescope.model.training.DivergenceRecovery;
import org.dalescope.model.training.FitState;
import org.dalescope.model.training.PlateauDetector;
import org.dalescope.model.training.RunningLossMeans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static FitState state(DivergenceRecovery recovery) {
        return new FitState(
                2,
                4,
                new double[] {1, 2},
                new Adam(new double[2], new double[2]),
                PlateauDetector.start(0.1),
                new RunningLossMeans(1, 1),
                recovery,
                1,
                0.5,
                new double[] {1, 2},
                List.of(),
                List.of());
    }

    private RunFolder run() throws IOException {
        RunFolder run = new RunFolder(folder);
        Files.createDirectories(folder.resolve("checkpoint"));
        return run;
    }

    @Test
    void triesInARowComeBack() throws IOException {
        RunFolder run = run();
        DivergenceRecovery recovery = new DivergenceRecovery(5, 0.03125, 3);
        Checkpoint.write(run, state(recovery), 0);
        assertEquals(recovery, Checkpoint.read(run).state().recovery());
    }

    /** A checkpoint of the versions that did not count tries in a row has eleven numbers. */
    @Test
    void anEarlierCheckpointIsRead() throws IOException {
        RunFolder run = run();
        Checkpoint.write(run, state(new DivergenceRecovery(5, 0.03125, 3)), 0);
        Path file = run.checkpoints().getFirst();
        NpzFile.Content content = NpzFile.read(file);
        List<NamedArray> arrays = new ArrayList<>();
        content.arrays()
                .forEach((name, array) -> arrays.add(
                        name.equals("progress") ? NamedArray.of(name, Arrays.copyOf(array.doubles(), 11)) : array));
        NpzFile.write(file, arrays);
        assertEquals(
                new DivergenceRecovery(5, 0.03125, 0),
                Checkpoint.read(run).state().recovery());
    }
}
