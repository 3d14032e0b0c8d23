package org.dalescope.model.run.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.network.ReadOut;

/**
 * Reads and writes the read-out in {@code parameters.npz} of a run folder: W_out {@code [target, unit]} per sp/s,
 * b_out, and the names of the targets.
 */
final class ReadOutArrays {
    private static final String WEIGHTS = "W_out";
    private static final String BIAS = "b_out";
    private static final String TARGETS = "output_targets";

    private ReadOutArrays() {}

    static List<NamedArray> of(ReadOut readOut, int units) {
        return List.of(
                NamedArray.of(WEIGHTS, readOut.weights(), readOut.targets().size(), units),
                NamedArray.of(BIAS, readOut.bias()),
                NamedArray.of(TARGETS, readOut.targets()));
    }

    /**
     * The read-out, if the file has one.
     *
     * @throws IOException if its arrays do not fit together or do not fit the units
     */
    static Optional<ReadOut> read(NpzFile.Content content, int units) throws IOException {
        if (!content.arrays().containsKey(WEIGHTS)) {
            return Optional.empty();
        }
        List<String> targets = content.array(TARGETS).texts();
        double[] weights = content.array(WEIGHTS).doubles();
        double[] bias = content.array(BIAS).doubles();
        if (bias.length != targets.size() || weights.length != targets.size() * units) {
            throw new IOException(WEIGHTS + ", " + BIAS + " and " + TARGETS + " do not fit together");
        }
        return Optional.of(new ReadOut(targets, weights, bias));
    }
}
