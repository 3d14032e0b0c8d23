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
import org.dalescope.model.math.stats.Ranks;
import org.dalescope.model.session.Session;
import org.dalescope.model.training.FittedNetwork;

/** The {@link StandardPerturbations} on every network of a circuit, ranked by effect, with the networks' agreement and their physiology. */
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
                                "Kendall's W of the networks' rankings of the standard battery by root mean square"
                                        + " change of the"
                                        + " PSTHs of neurons that are not silenced themselves",
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
                                        + " softplus; above 0"
                                        + " the E units alone are unstable and inhibition stabilises them; mean over"
                                        + " seeds",
                                abscissa.mean(),
                                "",
                                networks)
                        .within(abscissa.interval()),
                Statistic.plain(
                                "paradoxical_response",
                                "change of the I units' mean rate per unit of a small current (0.1) into all I units,"
                                        + " over valid bins"
                                        + " later than 5 of the longest time constants; below 0 it is paradoxical;"
                                        + " mean over seeds",
                                response.mean(),
                                "sp/s",
                                networks)
                        .within(response.interval()));
    }

    /** Perturbations whose effect is defined in every network. */
    private static int[] ranked(List<Intervention> battery, List<NetworkEffects> effects) {
        return IntStream.range(0, battery.size())
                .filter(i -> effects.stream().allMatch(one -> Double.isFinite(one.others()[i])))
                .toArray();
    }

    /** The battery, the strongest first. */
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
                "The standard battery in the whole trial, the strongest first: root mean square change of the PSTHs"
                        + " (all trials) of"
                        + " recorded neurons that are not silenced themselves (effect) and of all (effect_all), rank"
                        + " by effect (1 is"
                        + " strongest) and change of mean rates of E and I units; means over the networks that do not"
                        + " run away under it; those that do"
                        + " (networks_away) have no rank.");
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
            notes.add(
                    Finding.warning(
                            "perturbation-runaway",
                            "Rates run away (by more than " + TypeRates.RUNAWAY + " sp/s) under: "
                                    + away
                                    + ". Those networks enter no average of it; fit with --preset circuit, whose"
                                    + " weights are no larger than the data ask for."));
        }
        if (effects.size() < 2) {
            notes.add(Finding.notice(
                    "one-network",
                    "Spread over seeds and agreement of rankings need two networks at least: name several runs."));
        }
        notes.add(Finding.notice(
                "model-prediction",
                "These are predictions of the fitted networks: effects that pass through unrecorded cells, or that"
                        + " the trials leave"
                        + " open, differ between seeds; believe what they agree on."));
        return notes;
    }
}
