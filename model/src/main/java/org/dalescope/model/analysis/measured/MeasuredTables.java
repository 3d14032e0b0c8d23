package org.dalescope.model.analysis.measured;

import java.util.List;
import java.util.function.Function;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.analysis.core.TableBuilder;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;

/** The tables of a {@link MeasuredPerturbation}. */
final class MeasuredTables {
    private MeasuredTables() {}

    static List<Table> of(MeasuredPerturbation of) {
        return List.of(neurons(of), psths(of), networks(of));
    }

    private static Table neurons(MeasuredPerturbation of) {
        TableBuilder table = new TableBuilder(
                "measured_neurons",
                "Measured and predicted change of every neuron's mean rate in the window, by id; the interval is that"
                        + " of 90 % of further networks");
        for (NeuronComparison one : of.neurons()) {
            table.number("neuron", "", one.neuron().id())
                    .word("type", one.neuron().type().letter())
                    .word("targeted", one.targeted() ? "yes" : "no")
                    .number("rate_off", "sp/s", one.measured().off())
                    .number("rate_on", "sp/s", one.measured().on())
                    .number("measured", "sp/s", one.measured().change())
                    .number("standard_error", "sp/s", one.measured().standardError())
                    .number("predicted", "sp/s", one.predicted())
                    .number("low", "sp/s", one.low())
                    .number("high", "sp/s", one.high());
        }
        return table.table();
    }

    /** The PSTHs of every neuron, bin by bin. */
    private static Table psths(MeasuredPerturbation of) {
        TableBuilder table = new TableBuilder(
                "measured_psths",
                "PSTHs of every neuron with and without the perturbation: of the data, each condition weighted by its"
                        + " number of perturbed trials, and of the networks on the perturbed trials (mean over"
                        + " networks, and lowest and highest network)");
        Session session = of.fit().session();
        int neurons = session.neurons().size();
        double[][] data = data(of);
        List<double[]> off = columns(of, PredictedChange::offPsth);
        List<double[]> on = columns(of, PredictedChange::onPsth);
        int[] order = of.order();
        for (int row = 0; row < order.length; row++) {
            NeuronComparison one = of.neurons().get(row);
            for (int bin = 0; bin < session.bins(); bin++) {
                int at = bin * neurons + order[row];
                table.number("neuron", "", one.neuron().id())
                        .word("targeted", one.targeted() ? "yes" : "no")
                        .number("time", "ms", session.time().centreMs(bin))
                        .number("data_off", "sp/s", data[0][at])
                        .number("data_on", "sp/s", data[1][at])
                        .number("model_off", "sp/s", mean(off, at))
                        .number("model_on", "sp/s", mean(on, at))
                        .number("model_on_low", "sp/s", lowest(on, at))
                        .number("model_on_high", "sp/s", highest(on, at));
            }
        }
        return table.table();
    }

    private static List<double[]> columns(MeasuredPerturbation of, Function<PredictedChange, double[]> column) {
        return of.defined().stream()
                .map(member -> column.apply(member.change()))
                .toList();
    }

    private static double mean(List<double[]> columns, int at) {
        return columns.stream().mapToDouble(column -> column[at]).average().orElse(Double.NaN);
    }

    private static double lowest(List<double[]> columns, int at) {
        return columns.stream().mapToDouble(column -> column[at]).min().orElse(Double.NaN);
    }

    private static double highest(List<double[]> columns, int at) {
        return columns.stream().mapToDouble(column -> column[at]).max().orElse(Double.NaN);
    }

    /** The data's PSTHs without and with the perturbation, {@code [2][bin * neurons + neuron]}; NaN without a trial. */
    private static double[][] data(MeasuredPerturbation of) {
        Session session = of.fit().session();
        Mask mask = of.fit().mask();
        int neurons = session.neurons().size();
        double[][] psths = new double[2][session.bins() * neurons];
        double[][] weights = new double[2][session.bins()];
        for (PerturbationTrials.Stratum stratum : of.trials().strata()) {
            double share = (double) stratum.perturbed().length / stratum.control().length;
            add(session, mask, stratum.control(), share, psths[0], weights[0]);
            add(session, mask, stratum.perturbed(), 1, psths[1], weights[1]);
        }
        for (int which = 0; which < 2; which++) {
            for (int i = 0; i < psths[which].length; i++) {
                psths[which][i] /= weights[which][i / neurons];
            }
        }
        return psths;
    }

    private static void add(
            Session session, Mask mask, int[] trialIds, double weight, double[] sums, double[] weights) {
        int neurons = session.neurons().size();
        for (int trial : session.positions(trialIds)) {
            for (int bin = 0; bin < session.bins(); bin++) {
                if (mask.isValid(trial, bin)) {
                    weights[bin] += weight;
                    for (int neuron = 0; neuron < neurons; neuron++) {
                        sums[bin * neurons + neuron] += weight * session.rate(trial, bin, neuron);
                    }
                }
            }
        }
    }

    private static Table networks(MeasuredPerturbation of) {
        TableBuilder table = new TableBuilder(
                "measured_networks",
                "The current of every network, the error of the targeted neurons with it (1: no change), and whether the"
                        + " network predicts anything");
        for (MemberPrediction member : of.members()) {
            table.seed(member.seed())
                    .number("current", "units of the bias", member.current().current())
                    .number("error_targeted", "", member.current().error())
                    .number("unseen", "", member.change().unseen())
                    .word("predicts", member.isDefined() ? "yes" : "no");
        }
        return table.table();
    }
}
