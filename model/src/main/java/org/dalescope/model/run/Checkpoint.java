package org.dalescope.model.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dalescope.model.Refusal;
import org.dalescope.model.array.NamedArray;
import org.dalescope.model.array.Npz;
import org.dalescope.model.training.Adam;
import org.dalescope.model.training.EpochRecord;
import org.dalescope.model.training.FitState;
import org.dalescope.model.training.LossMeans;
import org.dalescope.model.training.Plateau;

/** {@code checkpoint/state.npz}: a fit's whole state in one file, so that it is never half of two epochs. */
public final class Checkpoint {
    /** Raised whenever raw parameters or the state around them change their meaning. */
    private static final int SCHEMA = 2;

    private Checkpoint() {}

    public static void write(RunFolder run, FitState state) {
        Plateau plateau = state.plateau();
        double[] progress = {
            state.epoch(),
            state.step(),
            state.bestEpoch(),
            state.bestScore(),
            plateau.rate(),
            plateau.best(),
            plateau.bad(),
            state.means().neuron(),
            state.means().trial()
        };
        List<double[]> history =
                state.history().stream().map(HistoryCsv::values).toList();
        Npz.write(
                run.checkpoint(),
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
     * Reads a state back, bit for bit.
     *
     * @throws Refusal where there is none or it is damaged
     */
    public static FitState read(RunFolder run) {
        try {
            Npz.Content content = Npz.read(run.checkpoint());
            checkSchema(run, content);
            double[] progress = content.array("progress").doubles();
            List<EpochRecord> history =
                    rows(content.array("history")).stream().map(HistoryCsv::of).toList();
            return new FitState(
                    (int) progress[0],
                    (long) progress[1],
                    content.array("raw").doubles(),
                    new Adam(
                            content.array("adam_first").doubles(),
                            content.array("adam_second").doubles()),
                    new Plateau(progress[4], progress[5], (int) progress[6]),
                    new LossMeans(progress[7], progress[8]),
                    (int) progress[2],
                    progress[3],
                    content.array("best_raw").doubles(),
                    history,
                    rows(content.array("tau_ms")));
        } catch (IOException | ArrayIndexOutOfBoundsException e) {
            throw new Refusal(
                    run.checkpoint() + " cannot be read (" + e.getMessage() + "): the run cannot go on, start it anew.",
                    e);
        }
    }

    private static void checkSchema(RunFolder run, Npz.Content content) throws IOException {
        boolean marked = content.arrays().containsKey("schema");
        int schema = marked ? content.array("schema").ints()[0] : 1;
        if (schema != SCHEMA) {
            throw new Refusal(
                    run.checkpoint() + " was written by another version of Dalescope, whose raw parameters mean"
                            + " something else (schema " + schema + ", here " + SCHEMA
                            + "): go on with that version, or start the"
                            + " run anew.");
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
