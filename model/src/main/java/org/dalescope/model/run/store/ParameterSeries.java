package org.dalescope.model.run.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.training.FitState;

/**
 * The file {@code series.npz} of a run folder: raw parameters before the first epoch and after epochs 1, 2, 4, 8 and so
 * on. Analyses of the course of training use them; the fit itself does not.
 *
 * @param epochs ascending
 * @param raw parameters of each of these epochs
 */
public record ParameterSeries(List<Integer> epochs, List<double[]> raw) {
    private static final ParameterSeries EMPTY = new ParameterSeries(List.of(), List.of());

    /**
     * Whether the parameters of an epoch are kept. Half of the kept epochs are early ones, in which the parameters
     * change most.
     */
    public static boolean isKept(int epoch) {
        return Integer.bitCount(epoch) <= 1;
    }

    /** The series with the parameters of a state, if its epoch is kept and not yet included. */
    public ParameterSeries with(FitState state) {
        if (!isKept(state.epoch()) || epochs.contains(state.epoch())) {
            return this;
        }
        List<Integer> more = new ArrayList<>(epochs);
        List<double[]> values = new ArrayList<>(raw);
        more.add(state.epoch());
        values.add(state.raw());
        return new ParameterSeries(List.copyOf(more), List.copyOf(values));
    }

    /** The series without epochs later than the one from which a run continues. */
    public ParameterSeries upTo(int epoch) {
        int kept = (int) epochs.stream().filter(e -> e <= epoch).count();
        return new ParameterSeries(epochs.subList(0, kept), raw.subList(0, kept));
    }

    public void write(RunFolder run) {
        NpzFile.writeInside(
                run.seriesNpz(),
                List.of(
                        NamedArray.of("epochs", epochs.stream().mapToInt(e -> e).toArray()),
                        Checkpoint.table("raw", raw)));
    }

    /**
     * Reads the series. Runs of earlier versions have none.
     *
     * @throws InputError if it is damaged
     */
    public static ParameterSeries read(RunFolder run) {
        if (!Files.exists(run.seriesNpz())) {
            return EMPTY;
        }
        try {
            NpzFile.Content content = NpzFile.read(run.seriesNpz());
            List<Integer> epochs = new ArrayList<>();
            for (int epoch : content.array("epochs").ints()) {
                epochs.add(epoch);
            }
            List<double[]> raw = Checkpoint.rows(content.array("raw"));
            if (raw.size() != epochs.size()) {
                throw new IOException(epochs.size() + " epochs with " + raw.size() + " sets of parameters");
            }
            return new ParameterSeries(List.copyOf(epochs), raw);
        } catch (IOException | ArrayIndexOutOfBoundsException e) {
            throw UnreadableRunReason.of(
                    run.seriesNpz(),
                    run.seriesNpz() + " cannot be read (" + e.getMessage()
                            + "). Delete it; only analyses over training need it.",
                    e);
        }
    }
}
