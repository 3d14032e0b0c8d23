package org.dalescope.model.analysis.perturbation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Statistic.Chance;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.analysis.core.TableBuilder;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.math.stats.KendallW;
import org.dalescope.model.math.stats.Ranks;
import org.dalescope.model.session.Session;
import org.dalescope.model.training.FittedNetwork;

/**
 * The analysis of the {@link StandardPerturbations} in every network of a circuit: their ranking by effect, the
 * agreement of the networks on it, and a test for inhibition stabilisation.
 */
public final class PerturbationAnalysis {
    private PerturbationAnalysis() {}

    public static AnalysisResult of(FittedCircuit circuit, RecurrentEngine engine, Progress watch) {
        Session session = circuit.fit().session();
        List<Intervention> battery = StandardPerturbations.of(session);
        ConditionAveragedRates trials =
                ConditionAveragedRates.together(session, circuit.fit().mask(), circuit.trialIds());
        List<NetworkEffects> effects = new ArrayList<>();
        List<InhibitionStabilisation> physiology = new ArrayList<>();
        double steps = (double) battery.size() * circuit.members().size();
        for (FittedNetwork member : circuit.members()) {
            CircuitSimulation simulation = PerturbationRun.simulation(circuit, member, engine.workers());
            double[] intact = simulation.intact();
            physiology.add(InhibitionStabilisation.of(simulation, trials, intact, session.time()));
            NetworkEffects own = NetworkEffects.of(battery.size());
            NetworkEffects.Baseline baseline = NetworkEffects.Baseline.of(simulation, trials, intact);
            for (int i = 0; i < battery.size(); i++) {
                own.measure(i, battery.get(i), baseline);
                watch.at((effects.size() * battery.size() + i + 1) / steps);
            }
            effects.add(own);
        }
        return new AnalysisResult(
                "perturbation",
                "Perturbations",
                statistics(battery, effects, physiology),
                List.of(ranking(battery, effects), physiologyTable(circuit, physiology)),
                notes(circuit, battery, effects));
    }

    private static List<Statistic> statistics(
            List<Intervention> battery, List<NetworkEffects> effects, List<InhibitionStabilisation> physiology) {
        int[] ranked = ranked(battery, effects);
        KendallW agreement = KendallW.of(effects.stream()
                .map(one ->
                        IntStream.of(ranked).mapToDouble(i -> one.others()[i]).toArray())
                .toArray(double[][]::new));
        String networks = effects.size() + (effects.size() == 1 ? " network" : " networks");
        SeedSpread abscissa =
                SeedSpread.of(InhibitionStabilisation.column(physiology, InhibitionStabilisation::abscissa));
        SeedSpread response =
                SeedSpread.of(InhibitionStabilisation.column(physiology, InhibitionStabilisation::inhibitory));
        return List.of(
                Statistic.plain(
                                "rank_agreement",
                                "Kendall's W of the rankings of the standard perturbations in the networks, by root"
                                        + " mean square change of the PSTHs of neurons that are not silenced"
                                        + " themselves",
                                agreement.w(),
                                "",
                                ranked.length + " perturbations, " + networks)
                        .against(
                                agreement.shuffles() == 0
                                        ? Chance.NONE
                                        : new Chance(
                                                agreement.shuffles() + " shuffles within each network", agreement.p())),
                Statistic.plain(
                                "e_abscissa",
                                "largest real part of the eigenvalues of W_EE diag(slope) - 1 at the mean slopes of"
                                        + " softplus; if it is above 0, the E units alone are unstable and inhibition"
                                        + " stabilises them; mean over seeds",
                                abscissa.mean(),
                                "",
                                networks)
                        .within(abscissa.interval()),
                Statistic.plain(
                                "paradoxical_response",
                                "change of the mean rate of I units per unit of a small current (0.1) into all I"
                                        + " units, over valid bins later than 5 times the longest time constant; if"
                                        + " it is below 0, the response is paradoxical; mean over seeds",
                                response.mean(),
                                "sp/s",
                                networks)
                        .within(response.interval()));
    }

    /** The perturbations whose effect is defined in every network. */
    private static int[] ranked(List<Intervention> battery, List<NetworkEffects> effects) {
        return IntStream.range(0, battery.size())
                .filter(i -> effects.stream().allMatch(one -> Double.isFinite(one.others()[i])))
                .toArray();
    }

    /** The table of the perturbations in descending order of effect. */
    private static Table ranking(List<Intervention> battery, List<NetworkEffects> effects) {
        List<double[]> ranks = effects.stream()
                .map(one -> Ranks.of(IntStream.range(0, battery.size())
                        .mapToDouble(i -> -one.others()[i])
                        .toArray()))
                .toList();
        List<Integer> order = IntStream.range(0, battery.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> -SeedSpread.of(NetworkEffects.column(effects, NetworkEffects::others, i))
                                .mean()))
                .toList();
        TableBuilder rows = new TableBuilder(
                List.of("perturbation"),
                List.of(
                        "effect",
                        "sd_over_seeds",
                        "rank_mean",
                        "rank_sd",
                        "effect_all",
                        "change_e",
                        "change_i",
                        "networks_away"),
                List.of("sp/s", "sp/s", "", "", "sp/s", "sp/s", "sp/s", ""));
        for (int i : order) {
            SeedSpread effect = SeedSpread.of(NetworkEffects.column(effects, NetworkEffects::others, i));
            SeedSpread rank = SeedSpread.of(IntStream.range(0, ranks.size())
                    .mapToDouble(network -> effects.get(network).away()[i] ? Double.NaN : ranks.get(network)[i])
                    .toArray());
            rows.row(
                    List.of(battery.get(i).text()),
                    effect.mean(),
                    effect.sd(),
                    rank.mean(),
                    rank.sd(),
                    SeedSpread.of(NetworkEffects.column(effects, NetworkEffects::all, i))
                            .mean(),
                    SeedSpread.of(NetworkEffects.column(effects, NetworkEffects::e, i))
                            .mean(),
                    SeedSpread.of(NetworkEffects.column(effects, NetworkEffects::i, i))
                            .mean(),
                    (double) effects.stream().filter(one -> one.away()[i]).count());
        }
        return rows.table(
                "perturbation_ranking",
                "The standard perturbations in the whole trial, in descending order of effect: root mean square"
                        + " change of the PSTHs (all trials) of recorded neurons that are not silenced themselves"
                        + " (effect) and of all recorded neurons (effect_all), rank by effect (1 is strongest), and"
                        + " change of the mean rates of E and I units. Means are over the networks whose rates do not"
                        + " diverge; networks_away counts the networks whose rates diverge, which have no rank.");
    }

    private static Table physiologyTable(FittedCircuit circuit, List<InhibitionStabilisation> physiology) {
        TableBuilder rows = new TableBuilder(
                List.of("paradoxical", "inhibition_stabilised"),
                List.of("seed", "e_abscissa", "i_response", "e_response"),
                List.of("", "", "sp/s", "sp/s"));
        for (int i = 0; i < physiology.size(); i++) {
            InhibitionStabilisation one = physiology.get(i);
            rows.row(
                    List.of(one.isParadoxical() ? "yes" : "no", one.abscissa() > 0 ? "yes" : "no"),
                    (double) circuit.members().get(i).fit().seed(),
                    one.abscissa(),
                    one.inhibitory(),
                    one.excitatory());
        }
        return rows.table(
                "perturbation_physiology",
                "Stability of the E units alone and responses to a small current into all I units, per network.");
    }

    private static List<Finding> notes(
            FittedCircuit circuit, List<Intervention> battery, List<NetworkEffects> effects) {
        List<Finding> notes = new ArrayList<>();
        String away = IntStream.range(0, battery.size())
                .filter(i -> effects.stream().anyMatch(one -> one.away()[i]))
                .mapToObj(i -> battery.get(i).text() + " (seed "
                        + IntStream.range(0, effects.size())
                                .filter(network -> effects.get(network).away()[i])
                                .mapToObj(network -> String.valueOf(
                                        circuit.members().get(network).fit().seed()))
                                .collect(Collectors.joining(", "))
                        + ")")
                .collect(Collectors.joining(", "));
        if (!away.isEmpty()) {
            notes.add(Finding.warning(
                    "perturbation-runaway",
                    "Rates diverge (a type's mean above " + TypeRates.RUNAWAY + " sp/s) under: "
                            + away
                            + ". The averages leave out these networks. Fit with the preset circuit, which"
                            + " keeps the weights as small as the data allow."));
        }
        if (effects.size() < 2) {
            notes.add(Finding.notice(
                    "one-network",
                    "The spread over seeds and the agreement of rankings need at least two networks. Give several"
                            + " runs."));
        }
        notes.add(Finding.notice(
                "model-prediction",
                "These are predictions of the fitted networks. Effects that involve unrecorded cells, or that the"
                        + " trials do not determine, differ between seeds. Rely only on effects on which the seeds"
                        + " agree."));
        return notes;
    }
}
