package org.dalescope.model.analysis.selectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.WithinTypePermutation;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.session.Neuron;

/**
 * What a circuit with restricted inputs says about emergent selectivity for one factor.
 *
 * @param window in which rates are averaged
 * @param indirect neurons without an input that carries the factor
 * @param selective of these, the neurons that are selective in the data
 * @param emergent of these, the neurons that the networks reproduce
 * @param emergentNeurons their ids
 * @param r of the AUC index of data and model over the neurons without direct input
 * @param p of r, by permuting neurons within their type
 * @param lostWithCut part of the selectivity that is lost when W of the fitted networks is set to 0, per seed
 * @param directLostWithCut the same of neurons with a direct input, per seed
 * @param lostWithRefit part that is lost in networks with the same inputs refitted with W = 0, all seeds together; NaN
 *     if there are none
 * @param seedAgreement of the networks' differences of rates
 */
public record EmergentSummary(
        String factor,
        String window,
        int trials,
        int indirect,
        int selective,
        int emergent,
        List<Integer> emergentNeurons,
        double r,
        double p,
        List<Double> lostWithCut,
        List<Double> directLostWithCut,
        double lostWithRefit,
        double seedAgreement) {

    /**
     * The summaries of all factors, between the events of the receptive fields or, if the session lacks them, over the
     * whole trial.
     *
     * @param refitted fits with the same inputs and W = 0; empty if there are none
     */
    public static List<EmergentSummary> of(
            FittedCircuit circuit, Optional<FittedCircuit> refitted, RecurrentEngine engine) {
        List<SelectivityWindow> windows = List.of(EmergentSelectivity.betweenEvents(
                        circuit.fit().session(),
                        circuit.fit().configuration().network().inputs())
                .orElse(SelectivityWindow.standard().getFirst()));
        List<EmergentFactor> whole =
                new EmergentSelectivity(circuit, engine, Progress.SILENT).all(windows, Progress.SILENT);
        List<EmergentFactor> refit = refitted.map(
                        other -> new EmergentSelectivity(other, engine, Progress.SILENT).untested(windows))
                .orElse(List.of());
        List<EmergentSummary> all = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            all.add(of(whole.get(i), refit.isEmpty() ? Optional.empty() : Optional.of(refit.get(i))));
        }
        return List.copyOf(all);
    }

    private static EmergentSummary of(EmergentFactor one, Optional<EmergentFactor> refit) {
        int[] selective = one.selectiveIndirect();
        int[] emergent = one.emergent();
        WithinTypePermutation.Outcome agreement = one.agreement();
        return new EmergentSummary(
                one.grouping().factor(),
                one.window().name(),
                one.grouping().rows().length,
                one.indirect().length,
                selective.length,
                emergent.length,
                IntStream.of(emergent)
                        .mapToObj(one.neurons()::get)
                        .map(Neuron::id)
                        .toList(),
                one.r(),
                agreement.p(),
                boxed(one.lost(selective)),
                boxed(one.lost(one.selectiveDirect())),
                refit.map(other -> one.lostIn(other, selective)).orElse(Double.NaN),
                one.seedAgreement());
    }

    /** The mean over seeds of the part that is lost with W = 0; NaN if no seed has one. */
    public double meanLostWithCut() {
        return mean(lostWithCut);
    }

    /** The same for neurons with a direct input. */
    public double meanDirectLostWithCut() {
        return mean(directLostWithCut);
    }

    private static double mean(List<Double> values) {
        return Descriptive.meanOfFinite(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
