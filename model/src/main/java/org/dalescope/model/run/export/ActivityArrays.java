package org.dalescope.model.run.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Condition;

/**
 * The arrays of activity in a run's export: rates and PSTHs of data and model on the exported trials, and the labels
 * and factors of these trials.
 */
final class ActivityArrays {
    private static final String RATE = "sp/s";

    private ActivityArrays() {}

    static List<ExportedArray> of(ExportedRun run) {
        Session session = run.session();
        int trials = run.trialIds().length;
        int bins = session.bins();
        int neurons = session.neurons().size();
        List<ExportedArray> arrays = new ArrayList<>();
        arrays.add(new ExportedArray(
                NamedArray.of("trial_ids", run.trialIds()), "trial", "", "the exported trials, by id"));
        arrays.add(new ExportedArray(
                NamedArray.of("time_ms", session.time().centresMs()), "bin", "ms", "centres of the bins"));
        arrays.add(new ExportedArray(
                NamedArray.of("mask", mask(run), trials, bins), "trial, bin", "", "1 if the bin is valid"));
        arrays.add(new ExportedArray(
                NamedArray.of("data_rates", dataRates(run), trials, bins, neurons),
                "trial, bin, neuron",
                RATE,
                "recorded, not smoothed"));
        arrays.add(new ExportedArray(
                NamedArray.of("model_rates", run.rates().rates(), trials, bins, run.units()),
                "trial, bin, unit",
                RATE,
                "rates of the network, with the noise that it was scored with"));
        arrays.addAll(factors(run));
        arrays.addAll(psths(run, bins, neurons));
        return List.copyOf(arrays);
    }

    private static List<ExportedArray> factors(ExportedRun run) {
        List<Factor> factors = run.session().factors();
        int[] positions = run.session().positions(run.trialIds());
        double[] values = new double[positions.length * factors.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = factors.get(i % factors.size()).values()[positions[i / factors.size()]];
        }
        return List.of(
                new ExportedArray(
                        NamedArray.of(
                                "factor_names",
                                factors.stream().map(Factor::name).toList()),
                        "factor",
                        "",
                        "labels of trials"),
                new ExportedArray(
                        NamedArray.of("factor_values", values, positions.length, factors.size()),
                        "trial, factor",
                        "",
                        "values as in the session"));
    }

    private static List<ExportedArray> psths(ExportedRun run, int bins, int neurons) {
        ExportedPsths psths = ExportedPsths.of(run);
        int conditions = psths.conditions().size();
        String axes = "condition, bin, neuron";
        double[] trials = Arrays.stream(psths.trials()).asDoubleStream().toArray();
        return List.of(
                new ExportedArray(
                        NamedArray.of(
                                "condition_names",
                                psths.conditions().stream().map(Condition::name).toList()),
                        "condition",
                        "",
                        "all trials, then every level of every factor"),
                new ExportedArray(
                        NamedArray.of("psth_trials", trials, conditions, bins), "condition, bin", "", "valid trials"),
                new ExportedArray(
                        NamedArray.of("data_psth", psths.data(), conditions, bins, neurons),
                        axes,
                        RATE,
                        "mean over valid trials, not smoothed; NaN if there are none"),
                new ExportedArray(
                        NamedArray.of("data_psth_se", psths.standardError(), conditions, bins, neurons),
                        axes,
                        RATE,
                        "standard error of data_psth over trials"),
                new ExportedArray(
                        NamedArray.of("model_psth", psths.model(), conditions, bins, neurons),
                        axes,
                        RATE,
                        "the network's PSTH on the same bins of the same trials"));
    }

    /** The recorded rates, {@code [trial][bin][neuron]}. */
    static float[] dataRates(ExportedRun run) {
        Session session = run.session();
        int row = session.bins() * session.neurons().size();
        int[] positions = session.positions(run.trialIds());
        float[] rates = new float[positions.length * row];
        for (int i = 0; i < positions.length; i++) {
            System.arraycopy(session.rates(), positions[i] * row, rates, i * row, row);
        }
        return rates;
    }

    /** 1 for valid bins, otherwise 0, {@code [trial][bin]}. */
    static byte[] mask(ExportedRun run) {
        Mask mask = run.fit().mask();
        int[] positions = run.session().positions(run.trialIds());
        byte[] valid = new byte[positions.length * mask.bins()];
        for (int i = 0; i < valid.length; i++) {
            valid[i] = (byte) (mask.isValid(positions[i / mask.bins()], i % mask.bins()) ? 1 : 0);
        }
        return valid;
    }
}
