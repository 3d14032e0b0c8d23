package org.dalescope.model.session.synthetic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.session.TimeAxis;

/**
 * The true circuit behind a synthetic session, with the names and layout of a run's {@code parameters.npz}. Units are
 * ordered recorded E, hidden E, recorded I, hidden I.
 *
 * @param weights {@code [to][from]}, signed
 * @param inputWeights {@code [to][channel]}
 * @param unitType +1 E, -1 I
 * @param recordedUnit the unit of every neuron, in the order of the session's neurons; also the id of the neuron
 * @param processNoise standard deviation s in x' = (1-a) x + a drive + s sqrt(a) xi
 * @param fano variance over mean of the counts in a bin, given the rate
 * @param rates rates of the session's neurons without process noise, in perturbed trials with the perturbation, sp/s, {@code [trial][bin][neuron]}; absent if
 *     there are more than {@link #MOST_RATES}
 */
public record SyntheticTruth(
        SyntheticSettings settings,
        double[][] weights,
        double[][] inputWeights,
        double[] bias,
        double[] start,
        double[] gain,
        double[] tauMs,
        double[] alpha,
        int[] unitType,
        int[] recordedUnit,
        double processNoise,
        double fano,
        Optional<float[]> rates) {
    /** The largest number of rates that are stored; more rates can be computed by running the circuit again. */
    public static final int MOST_RATES = 1 << 24;

    private static final String ENDING = ".dalescope";

    /** The file of the truth behind the session in a file. */
    public static Path beside(Path session) {
        String name = String.valueOf(session.getFileName());
        String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        return session.resolveSibling(stem + ".truth.npz");
    }

    /** The truth behind {@link SyntheticSession#of}. */
    public static SyntheticTruth of(SyntheticSettings settings) {
        SyntheticTask task = settings.task().task();
        SyntheticCircuit circuit = SyntheticCircuit.of(settings, task.channels());
        double[] bias = new double[settings.units()];
        Arrays.fill(bias, SyntheticCircuit.BIAS);
        int[] types = IntStream.range(0, settings.units())
                .map(unit -> unit < settings.excitatoryUnits() ? 1 : -1)
                .toArray();
        int[] order = SyntheticSession.neuronOrder(settings);
        boolean few = (long) settings.trials() * settings.bins() * order.length <= MOST_RATES;
        return new SyntheticTruth(
                settings,
                circuit.weights(),
                circuit.inputWeights(),
                bias,
                new double[settings.units()],
                circuit.gain(),
                circuit.tauMs(),
                circuit.alpha(),
                types,
                order,
                circuit.noise(),
                settings.fano(),
                few ? Optional.of(rates(settings, circuit, order)) : Optional.empty());
    }

    private static float[] rates(SyntheticSettings settings, SyntheticCircuit circuit, int[] order) {
        float[] rates = new float[settings.trials() * settings.bins() * order.length];
        TimeAxis time = SyntheticSession.time(settings);
        SyntheticPerturbation perturbation = SyntheticPerturbation.of(settings, time);
        int next = 0;
        for (int trial = 0; trial < settings.trials(); trial++) {
            SyntheticTask.Trial drawn =
                    settings.task().task().draw(SyntheticSession.trialRandom(settings, trial), time);
            for (double[] bin : circuit.ratesWithoutNoise(drawn.inputs(), perturbation.currents(trial))) {
                for (int unit : order) {
                    rates[next++] = (float) bin[unit];
                }
            }
        }
        return rates;
    }

    /** Writes the truth as an npz archive atomically. */
    public void write(Path file) {
        int units = unitType.length;
        List<NamedArray> arrays = new ArrayList<>();
        arrays.add(NamedArray.of("W_rec", flat(weights), units, units));
        arrays.add(NamedArray.of("W_in", flat(inputWeights), units, inputWeights[0].length));
        arrays.add(NamedArray.of("b", bias));
        arrays.add(NamedArray.of("h0", start));
        arrays.add(NamedArray.of("gain", gain));
        arrays.add(NamedArray.of("tau", tauMs));
        arrays.add(NamedArray.of("alpha", alpha));
        arrays.add(NamedArray.of("unit_type", unitType));
        arrays.add(NamedArray.of("unit_ids", IntStream.range(0, units).toArray()));
        arrays.add(NamedArray.of("recorded_unit", recordedUnit));
        arrays.add(NamedArray.of("neuron_ids", recordedUnit));
        arrays.add(NamedArray.of("process_noise", new double[] {processNoise}));
        arrays.add(NamedArray.of("fano", new double[] {fano}));
        rates.ifPresent(values ->
                arrays.add(NamedArray.of("rates", values, settings.trials(), settings.bins(), recordedUnit.length)));
        NpzFile.write(file, arrays);
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
