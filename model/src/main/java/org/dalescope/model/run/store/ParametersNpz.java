package org.dalescope.model.run.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.network.LowRank;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.UnitMap;

/**
 * Reads and writes the best network of a run, the file {@code parameters.npz} of a run folder. The file contains W_rec
 * {@code [to, from]} with sign and mask applied, W_in {@code [to, channel]}, b, h0, gain (sp/s), tau (ms), alpha,
 * unit_type (+1 E, -1 I, 0 unknown), recorded_unit (per neuron), neuron_ids, U1 {@code [to, rank]} and U2 {@code [from, rank]} if
 * W_rec has low rank, the parts of the embedding if there is one (the columns of W_in are then its dimensions), and the
 * read-out if there is one.
 */
public final class ParametersNpz {
    private ParametersNpz() {}

    public static void write(RunFolder run, Network network, Optional<LowRank> factors) {
        UnitMap units = network.units();
        int n = network.size();
        List<NamedArray> arrays = new ArrayList<>(List.of(
                NamedArray.of("W_rec", network.w(), n, n),
                NamedArray.of("W_in", network.wIn(), n, network.channels()),
                NamedArray.of("b", network.b()),
                NamedArray.of("h0", network.h0()),
                NamedArray.of("gain", network.gain()),
                NamedArray.of("tau", network.tauMs()),
                NamedArray.of("alpha", network.alpha()),
                NamedArray.of(
                        "unit_type", IntStream.range(0, n).map(units::sign).toArray()),
                NamedArray.of("recorded_unit", units.recordedUnit()),
                NamedArray.of("neuron_ids", units.neuronIds())));
        factors.ifPresent(low -> {
            arrays.add(NamedArray.of("U1", low.u1(), n, low.rank()));
            arrays.add(NamedArray.of("U2", low.u2(), n, low.rank()));
        });
        network.embedding().ifPresent(embedding -> arrays.addAll(EmbeddingArrays.of(embedding)));
        network.readOut().ifPresent(readOut -> arrays.addAll(ReadOutArrays.of(readOut, n)));
        NpzFile.writeInside(run.parametersNpz(), arrays);
    }

    /**
     * Reads the network.
     *
     * @throws InputError if there is none or it is damaged
     */
    public static Network read(RunFolder run) {
        if (!Files.exists(run.parametersNpz())) {
            throw new InputError(run.folder()
                    + " has no parameters.npz: the fit was interrupted before its end. Continue it with"
                    + " 'dalescope fit --resume " + run.folder() + "'; Ctrl-C then stops it and keeps the best"
                    + " epoch.");
        }
        try {
            NpzFile.Content content = NpzFile.read(run.parametersNpz());
            int[] types = content.array("unit_type").ints();
            int excitatory = (int) Arrays.stream(types).filter(t -> t > 0).count();
            UnitMap units = new UnitMap(
                    excitatory,
                    (int) Arrays.stream(types).filter(t -> t < 0).count(),
                    (int) Arrays.stream(types).filter(t -> t == 0).count(),
                    content.array("neuron_ids").ints(),
                    content.array("recorded_unit").ints());
            return new Network(
                    units,
                    content.array("W_in").shape()[1],
                    content.array("W_rec").doubles(),
                    content.array("W_in").doubles(),
                    content.array("b").doubles(),
                    content.array("h0").doubles(),
                    content.array("gain").doubles(),
                    content.array("tau").doubles(),
                    content.array("alpha").doubles(),
                    EmbeddingArrays.read(content),
                    ReadOutArrays.read(content, units.units()));
        } catch (IOException | ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
            throw UnreadableRunReason.of(
                    run.parametersNpz(),
                    run.parametersNpz() + " cannot be read (" + e.getMessage()
                            + "). The file is damaged; restore it from a copy.",
                    e);
        }
    }
}
