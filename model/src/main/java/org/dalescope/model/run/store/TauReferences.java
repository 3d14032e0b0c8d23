package org.dalescope.model.run.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.common.UserError;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.synthetic.SyntheticTruth;

/**
 * What a run's time constants are compared with: those of the circuit behind a synthetic session, and those of the runs
 * that differ only by their seed.
 *
 * @param trueMs the true time constant by neuron id; empty for a recorded session
 * @param trueMedianMs the median of the true time constants by type
 * @param otherSeeds for every other seed the time constants by epoch and unit, ms
 */
public record TauReferences(
        Map<Integer, Double> trueMs, Map<NeuronType, Double> trueMedianMs, List<List<double[]>> otherSeeds) {
    /** Nothing to compare with. */
    public static final TauReferences NONE = new TauReferences(Map.of(), Map.of(), List.of());

    /**
     * The references of a run. A truth that cannot be read, or that is of other neurons, counts as none: it is not part
     * of the run.
     *
     * @param session the file of the run's session
     * @param neuronIds the neurons of the run
     */
    public static TauReferences read(RunFolder run, Path session, int[] neuronIds) {
        Path own = run.folder().toAbsolutePath();
        List<List<double[]>> others = SeedFolders.of(run).stream()
                .filter(other -> !other.folder().toAbsolutePath().equals(own))
                .map(TauReferences::courses)
                .filter(courses -> !courses.isEmpty())
                .toList();
        TauReferences truth = truth(session, neuronIds);
        return new TauReferences(truth.trueMs, truth.trueMedianMs, others);
    }

    /** Empty if the other run cannot be read, which it says itself when it is shown. */
    private static List<double[]> courses(RunFolder other) {
        try {
            return RunViews.read(other).tauMs();
        } catch (UserError unreadable) {
            return List.of();
        }
    }

    private static TauReferences truth(Path session, int[] neuronIds) {
        Path file = SyntheticTruth.beside(session);
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        try {
            NpzFile.Content content = NpzFile.read(file);
            double[] tau = content.array("tau").doubles();
            int[] types = content.array("unit_type").ints();
            int[] ids = content.array("neuron_ids").ints();
            int[] units = content.array("recorded_unit").ints();
            Map<Integer, Double> byNeuron = new HashMap<>();
            for (int i = 0; i < ids.length; i++) {
                byNeuron.put(ids[i], tau[units[i]]);
            }
            for (int id : neuronIds) {
                if (!byNeuron.containsKey(id)) {
                    return NONE;
                }
            }
            return new TauReferences(Map.copyOf(byNeuron), medians(tau, types), List.of());
        } catch (IOException | UserError | IndexOutOfBoundsException unreadable) {
            return NONE;
        }
    }

    private static Map<NeuronType, Double> medians(double[] tau, int[] types) {
        Map<NeuronType, Double> medians = new EnumMap<>(NeuronType.class);
        for (NeuronType type : List.of(NeuronType.EXCITATORY, NeuronType.INHIBITORY)) {
            int sign = type == NeuronType.EXCITATORY ? 1 : -1;
            List<Double> own = new ArrayList<>();
            for (int unit = 0; unit < tau.length; unit++) {
                if (types[unit] == sign) {
                    own.add(tau[unit]);
                }
            }
            if (!own.isEmpty()) {
                medians.put(
                        type,
                        Descriptive.median(
                                own.stream().mapToDouble(Double::doubleValue).toArray()));
            }
        }
        return Map.copyOf(medians);
    }
}
