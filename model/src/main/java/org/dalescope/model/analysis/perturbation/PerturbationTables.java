package org.dalescope.model.analysis.perturbation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.analysis.core.TableBuilder;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.math.stats.PredictionInterval;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.psth.Psth;

/** The tables of rates with and without a perturbation: by type, by neuron and condition, and bin by bin. */
final class PerturbationTables {
    private PerturbationTables() {}

    static List<Table> of(PerturbationRun run) {
        return List.of(types(run), changes(run));
    }

    private static Table types(PerturbationRun run) {
        TableBuilder rows = new TableBuilder(
                List.of("type", "period"),
                List.of("intact", "perturbed", "change", "change_low", "change_high"),
                List.of("sp/s", "sp/s", "sp/s", "sp/s", "sp/s"));
        for (boolean excitatory : new boolean[] {true, false}) {
            addType(rows, run, excitatory, "window", outcome -> outcome.window().of(excitatory));
            addType(rows, run, excitatory, "after", outcome -> outcome.after().of(excitatory));
        }
        return rows.table(
                "perturb_types",
                "Mean rates of all units of a type over valid bins, in the window and after it; means over"
                        + " networks, and the interval in which 90 % of further networks have the change.");
    }

    private static void addType(
            TableBuilder rows,
            PerturbationRun run,
            boolean excitatory,
            String period,
            ToDoubleFunction<SimulatedRates> rate) {
        List<SimulatedRates> kept = new ArrayList<>();
        List<SimulatedRates> keptPerturbed = new ArrayList<>();
        for (int i = 0; i < run.intact().size(); i++) {
            if (!run.perturbed().get(i).diverges()) {
                kept.add(run.intact().get(i));
                keptPerturbed.add(run.perturbed().get(i));
            }
        }
        double intact = Descriptive.meanOfFinite(kept.stream().mapToDouble(rate).toArray());
        double perturbed = Descriptive.meanOfFinite(
                keptPerturbed.stream().mapToDouble(rate).toArray());
        double[] changes = new double[kept.size()];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = rate.applyAsDouble(keptPerturbed.get(i)) - rate.applyAsDouble(kept.get(i));
        }
        PredictionInterval change = PredictionInterval.of(changes);
        rows.row(
                List.of(excitatory ? "E" : "I", period), intact, perturbed, change.mean(), change.low(), change.high());
    }

    private static Table changes(PerturbationRun run) {
        Session session = run.circuit().fit().session();
        ConditionAveragedRates trials = run.trials();
        PerturbationPeriods periods = PerturbationPeriods.of(run.perturbation().window(), session.time());
        TableBuilder rows = new TableBuilder(
                List.of("condition", "type"),
                List.of(
                        "neuron",
                        "trials",
                        "intact",
                        "perturbed",
                        "change",
                        "change_low",
                        "change_high",
                        "change_after",
                        "rms"),
                List.of("", "", "sp/s", "sp/s", "sp/s", "sp/s", "sp/s", "sp/s", "sp/s"));
        for (int c = 0; c < trials.conditions().size(); c++) {
            double[] intact = run.intactPsth(c);
            double[] perturbed = run.perturbedPsth(c);
            for (int neuron = 0; neuron < session.neurons().size(); neuron++) {
                double[] each = new double[run.intact().size()];
                for (int i = 0; i < each.length; i++) {
                    each[i] = run.perturbed().get(i).diverges()
                            ? Double.NaN
                            : trials.mean(c, run.perturbed().get(i).psths()[c], neuron, periods.window())
                                    - trials.mean(c, run.intact().get(i).psths()[c], neuron, periods.window());
                }
                PredictionInterval interval = PredictionInterval.of(each);
                double before = trials.mean(c, intact, neuron, periods.window());
                double under = trials.mean(c, perturbed, neuron, periods.window());
                rows.row(
                        words(run, c, neuron),
                        session.neurons().get(neuron).id(),
                        trials.rows().get(c).length,
                        before,
                        under,
                        under - before,
                        interval.low(),
                        interval.high(),
                        trials.mean(c, perturbed, neuron, periods.after())
                                - trials.mean(c, intact, neuron, periods.after()),
                        trials.distance(c, intact, perturbed, only(neuron, session)));
            }
        }
        return rows.table(
                "perturb_neurons",
                "Mean rates in the window and their change with the interval of 90 % of further networks, the change after the window, and the root mean square"
                        + " change of the PSTH over the trial, per neuron and condition, over bins with at least 3"
                        + " valid trials.");
    }

    /** The PSTHs bin by bin, which are only written to a file. */
    static Table psths(PerturbationRun run) {
        Session session = run.circuit().fit().session();
        TableBuilder rows = new TableBuilder(
                List.of("condition", "type"),
                List.of("neuron", "time", "trials", "data", "intact", "perturbed", "change"),
                List.of("", "ms", "", "sp/s", "sp/s", "sp/s", "sp/s"));
        for (int c = 0; c < run.trials().conditions().size(); c++) {
            double[] intact = run.intactPsth(c);
            double[] perturbed = run.perturbedPsth(c);
            Psth data = Psth.of(
                    session,
                    run.circuit().fit().mask(),
                    run.trials().conditions().get(c).trialIds());
            for (int neuron = 0; neuron < data.neurons(); neuron++) {
                for (int bin = 0; bin < data.bins(); bin++) {
                    int i = bin * data.neurons() + neuron;
                    if (run.trials().isDefined(c, bin)) {
                        rows.row(
                                words(run, c, neuron),
                                session.neurons().get(neuron).id(),
                                session.time().centreMs(bin),
                                data.trials()[bin],
                                data.mean()[i],
                                intact[i],
                                perturbed[i],
                                perturbed[i] - intact[i]);
                    }
                }
            }
        }
        return rows.table("perturb_psths", "PSTHs in bins with at least 3 valid trials; means over networks.");
    }

    private static List<String> words(PerturbationRun run, int condition, int neuron) {
        Neuron one = run.circuit().fit().session().neurons().get(neuron);
        return List.of(
                run.trials().conditions().get(condition).name(), one.type().letter());
    }

    private static boolean[] only(int neuron, Session session) {
        boolean[] only = new boolean[session.neurons().size()];
        only[neuron] = true;
        return only;
    }
}
