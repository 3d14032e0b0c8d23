package org.dalescope.model.run.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;

/**
 * The file {@code epochs.npz} of a run folder: the views of some epochs, so that the user can go back to earlier
 * epochs. The first, the best and the newest epoch are kept, and the multiples of a power of two that grows with the
 * fit. At most 64 epochs are kept, and fewer if they are large.
 *
 * @param kept ascending by epoch
 */
public record EpochViews(List<EpochView> kept) {
    public static final EpochViews NONE = new EpochViews(List.of());

    private static final int MOST = 64;
    private static final int FEWEST = 8;
    private static final long MOST_BYTES = 32L << 20;

    /** The views with another epoch, without those that exceed the limit. */
    public EpochViews with(EpochView view, int bestEpoch) {
        int stride = stride(view.epoch(), capacity(view));
        List<EpochView> next = new ArrayList<>();
        for (EpochView old : kept) {
            int epoch = old.epoch();
            if (epoch < view.epoch() && (epoch == 1 || epoch == bestEpoch || epoch % stride == 0)) {
                next.add(old);
            }
        }
        next.add(view);
        return new EpochViews(List.copyOf(next));
    }

    /** The newest view that is not later than an epoch; the first view if all are later. */
    public Optional<EpochView> at(int epoch) {
        Optional<EpochView> found = kept.isEmpty() ? Optional.empty() : Optional.of(kept.getFirst());
        for (EpochView view : kept) {
            if (view.epoch() <= epoch) {
                found = Optional.of(view);
            }
        }
        return found;
    }

    public Optional<EpochView> newest() {
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.getLast());
    }

    /** The views without epochs later than the one from which a run continues. */
    public EpochViews upTo(int epoch) {
        return new EpochViews(
                kept.stream().filter(view -> view.epoch() <= epoch).toList());
    }

    static int stride(int epoch, int capacity) {
        int stride = 1;
        while (epoch / stride > capacity) {
            stride *= 2;
        }
        return stride;
    }

    static int capacity(EpochView view) {
        return Math.clamp(MOST_BYTES / Math.max(1, view.bytes()), FEWEST, MOST);
    }

    public void write(RunFolder run) {
        int conditions = kept.isEmpty() ? 0 : kept.getFirst().psths().size();
        List<NamedArray> arrays = new ArrayList<>();
        arrays.add(
                NamedArray.of("epochs", kept.stream().mapToInt(EpochView::epoch).toArray()));
        arrays.add(NamedArray.of("conditions", new int[] {conditions}));
        for (int i = 0; i < conditions; i++) {
            int condition = i;
            arrays.add(table("model_psth_" + i, view -> view.psths().get(condition)));
        }
        arrays.add(table("w", EpochView::weights));
        arrays.add(table("population", EpochView::population));
        NpzFile.writeInside(run.epochsNpz(), arrays);
    }

    /**
     * Reads the views. Runs of earlier versions have none.
     *
     * @throws InputError if the file is damaged
     */
    public static EpochViews read(RunFolder run) {
        if (!Files.exists(run.epochsNpz())) {
            return NONE;
        }
        try {
            NpzFile.Content content = NpzFile.read(run.epochsNpz());
            int[] epochs = content.array("epochs").ints();
            int conditions = content.array("conditions").ints()[0];
            List<List<float[]>> psths = new ArrayList<>();
            for (int i = 0; i < conditions; i++) {
                psths.add(rows(content.array("model_psth_" + i), epochs.length));
            }
            List<float[]> weights = rows(content.array("w"), epochs.length);
            List<float[]> population = rows(content.array("population"), epochs.length);
            List<EpochView> kept = new ArrayList<>();
            for (int i = 0; i < epochs.length; i++) {
                int row = i;
                kept.add(new EpochView(
                        epochs[i],
                        psths.stream().map(rows -> rows.get(row)).toList(),
                        weights.get(i),
                        population.get(i)));
            }
            return new EpochViews(List.copyOf(kept));
        } catch (IOException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw UnreadableRunReason.of(
                    run.epochsNpz(),
                    run.epochsNpz() + " cannot be read (" + e.getMessage()
                            + "). Delete it; it is only needed to show earlier epochs.",
                    e);
        }
    }

    private NamedArray table(String name, Function<EpochView, float[]> row) {
        int width = kept.isEmpty() ? 0 : row.apply(kept.getFirst()).length;
        float[] flat = new float[kept.size() * width];
        for (int i = 0; i < kept.size(); i++) {
            System.arraycopy(row.apply(kept.get(i)), 0, flat, i * width, width);
        }
        return NamedArray.of(name, flat, kept.size(), width);
    }

    private static List<float[]> rows(NamedArray table, int count) throws IOException {
        if (!(table.values() instanceof NamedArray.Values.Floats floats)
                || table.shape().length != 2
                || table.shape()[0] != count) {
            throw new IOException(table.name() + " is not a table of " + count + " rows");
        }
        int width = table.shape()[1];
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Arrays.copyOfRange(floats.data(), i * width, (i + 1) * width));
        }
        return rows;
    }
}
