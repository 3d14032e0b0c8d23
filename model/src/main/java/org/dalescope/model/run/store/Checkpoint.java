package org.dalescope.model.run.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.training.Adam;
import org.dalescope.model.training.DivergenceRecovery;
import org.dalescope.model.training.EpochRecord;
import org.dalescope.model.training.FitState;
import org.dalescope.model.training.PlateauDetector;
import org.dalescope.model.training.RunningLossMeans;

/**
 * Reads and writes the checkpoint files in the run folder of a fit. A checkpoint is the whole state in one file, so
 * that it never mixes two epochs. Two files are written alternately: {@code checkpoint/state-0.npz} and {@code
 * state-1.npz}. Every array has a CRC-32; if the newer file is damaged, the older one is used and the user is notified.
 */
public final class Checkpoint {
    /** The version, which increases when the meaning of raw parameters or other parts of the state changes. */
    private static final int SCHEMA = 2;

    /** The length of the progress array in versions that did not count recoveries. */
    private static final int LEAST_PROGRESS = 9;

    private Checkpoint() {}

    /**
     * A state that was read from a checkpoint.
     *
     * @param slot index of its file; the next state is written to the other one
     * @param damage a message if the other file is damaged; otherwise empty
     */
    public record Stored(FitState state, int slot, Optional<String> damage) {}

    /** Writes a state to file 0 or 1. */
    public static void write(RunFolder run, FitState state, int slot) {
        PlateauDetector plateau = state.plateau();
        double[] progress = {
            state.epoch(),
            state.step(),
            state.bestEpoch(),
            state.bestScore(),
            plateau.rate(),
            plateau.best(),
            plateau.bad(),
            state.means().neuron(),
            state.means().trial(),
            state.recovery().undone(),
            state.recovery().rate(),
            state.recovery().inARow()
        };
        List<double[]> history =
                state.history().stream().map(HistoryCsv::values).toList();
        NpzFile.writeInside(
                run.checkpoints().get(slot),
                List.of(
                        NamedArray.of("schema", new int[] {SCHEMA}),
                        NamedArray.of("progress", progress),
                        NamedArray.of("raw", state.raw()),
                        NamedArray.of("adam_first", state.adam().first()),
                        NamedArray.of("adam_second", state.adam().second()),
                        NamedArray.of("best_raw", state.bestRaw()),
                        table("history", history),
                        table("tau_ms", state.tauMs())));
    }

    /**
     * Reads the newest state, bit for bit.
     *
     * @throws InputError if there is none, all are damaged or another version wrote them
     */
    public static Stored read(RunFolder run) {
        List<Path> places = new ArrayList<>(run.checkpoints());
        places.add(run.earlierCheckpoint());
        Optional<Stored> newest = Optional.empty();
        Optional<String> damage = Optional.empty();
        for (Path place : places) {
            if (Files.notExists(place)) {
                continue;
            }
            try {
                FitState state = state(place);
                if (newest.isEmpty() || state.epoch() > newest.get().state().epoch()) {
                    newest = Optional.of(new Stored(state, Math.min(1, places.indexOf(place)), Optional.empty()));
                }
            } catch (IOException
                    | IllegalArgumentException
                    | IndexOutOfBoundsException
                    | NegativeArraySizeException e) {
                damage = Optional.of(place + " cannot be read (" + e.getMessage() + ")");
            }
        }
        String why = damage.orElse("There is no state in " + run.folder().resolve("checkpoint"));
        Stored found = newest.orElseThrow(() -> new InputError(why + ". The run cannot continue; start a new one."));
        return new Stored(
                found.state(),
                found.slot(),
                damage.map(words -> words + ". The run continues from epoch "
                        + found.state().epoch() + " in the other checkpoint."));
    }

    private static FitState state(Path file) throws IOException {
        NpzFile.Content content = NpzFile.read(file);
        checkSchema(file, content);
        double[] progress = content.array("progress").doubles();
        if (progress.length < LEAST_PROGRESS) {
            throw new IOException("its progress has " + progress.length + " numbers");
        }
        List<EpochRecord> history =
                rows(content.array("history")).stream().map(HistoryCsv::of).toList();
        DivergenceRecovery recovery = progress.length == LEAST_PROGRESS
                ? DivergenceRecovery.NONE
                : new DivergenceRecovery(
                        (int) progress[LEAST_PROGRESS],
                        progress[LEAST_PROGRESS + 1],
                        // Earlier checkpoints do not have this number.
                        progress.length > LEAST_PROGRESS + 2 ? (int) progress[LEAST_PROGRESS + 2] : 0);
        return new FitState(
                (int) progress[0],
                (long) progress[1],
                content.array("raw").doubles(),
                new Adam(
                        content.array("adam_first").doubles(),
                        content.array("adam_second").doubles()),
                new PlateauDetector(progress[4], progress[5], (int) progress[6]),
                new RunningLossMeans(progress[7], progress[8]),
                recovery,
                (int) progress[2],
                progress[3],
                content.array("best_raw").doubles(),
                history,
                rows(content.array("tau_ms")));
    }

    private static void checkSchema(Path file, NpzFile.Content content) throws IOException {
        if (content.arrays().isEmpty()) {
            throw new IOException("it holds no arrays");
        }
        boolean marked = content.arrays().containsKey("schema");
        int schema = marked ? content.array("schema").ints()[0] : 1;
        if (schema != SCHEMA) {
            throw new InputError(file + " was written by another version of Dalescope, whose raw parameters have"
                    + " another meaning (schema " + schema + ", here " + SCHEMA
                    + "). Continue with that version, or start a new run.");
        }
    }

    static NamedArray table(String name, List<double[]> rows) {
        int width = rows.isEmpty() ? 0 : rows.getFirst().length;
        double[] flat = new double[rows.size() * width];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, flat, i * width, width);
        }
        return NamedArray.of(name, flat, rows.size(), width);
    }

    static List<double[]> rows(NamedArray table) {
        int width = table.shape()[1];
        double[] flat = table.doubles();
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < table.shape()[0]; i++) {
            rows.add(Arrays.copyOfRange(flat, i * width, (i + 1) * width));
        }
        return List.copyOf(rows);
    }
}
