package org.dalescope.app.ui.perturbation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.perturbation.PerturbationRun;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.psth.Psth;

/**
 * The result of a perturbation, prepared for drawing in the perturbation view.
 *
 * @param result statistics and notes; with selectivity once the sliders stop moving
 * @param data the averages of the trials over all conditions
 * @param intact {@code [bin * neurons + neuron]}, sp/s
 * @param perturbed the same under the perturbation
 * @param millis the time from the request to the answer, ms
 */
record PerturbationSnapshot(
        PerturbationRun run, AnalysisResult result, Psth data, double[] intact, double[] perturbed, double millis) {
    Session session() {
        return run.circuit().fit().session();
    }

    /** The mean rate of every neuron in the time window, intact and perturbed, {@code [neuron][2]}, sp/s. */
    double[][] inWindow() {
        return run.inWindow(0);
    }

    /** The indices of the neurons, those with the largest change in the time window first. */
    List<Integer> mostChanged() {
        double[][] rates = inWindow();
        return IntStream.range(0, rates.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer n) -> -change(rates[n]))
                        .thenComparingInt(n -> session().neurons().get(n).id()))
                .toList();
    }

    Neuron neuron(int place) {
        return session().neurons().get(place);
    }

    private static double change(double[] rates) {
        double change = Math.abs(rates[1] - rates[0]);
        return Double.isNaN(change) ? 0 : change;
    }
}
