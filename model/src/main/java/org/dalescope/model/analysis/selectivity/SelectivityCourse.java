package org.dalescope.model.analysis.selectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.UntrainedNetworks;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.ConfidenceIntervals;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.TableBuilder;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.training.FittedNetwork;
import org.dalescope.model.training.FittedNetwork.AtEpoch;

/** The analysis of selectivity over training, at the epochs whose parameters the runs keep. */
public final class SelectivityCourse {
    private final Session session;
    private final SelectivityWindow window;
    private final List<Point> points = new ArrayList<>();

    private SelectivityCourse(Session session, SelectivityWindow window) {
        this.session = session;
        this.window = window;
    }

    /** The indices of one factor at one epoch of one fit. The network of that epoch is the only network in them. */
    private record Point(long seed, int epoch, boolean first, boolean last, SelectivityCalculator.Indices indices) {}

    /**
     * Runs every network that the fits keep on the trials of the circuit.
     *
     * @throws InputError if a fit keeps no earlier network
     */
    public static AnalysisResult of(
            FittedCircuit circuit, SelectivityWindow window, RecurrentEngine engine, Progress watch) {
        SelectivityCourse course = new SelectivityCourse(circuit.fit().session(), window);
        int done = 0;
        for (FittedNetwork member : circuit.members()) {
            course.add(circuit, member, engine, watch, done++);
        }
        watch.at(1);
        return course.result(circuit.members());
    }

    private void add(FittedCircuit circuit, FittedNetwork member, RecurrentEngine engine, Progress watch, int done) {
        List<AtEpoch> epochs = epochs(member);
        int of = circuit.members().size();
        for (int i = 0; i < epochs.size(); i++) {
            AtEpoch at = epochs.get(i);
            ModelRates rates = circuit.rates(new FittedNetwork(member.fit(), at.network()), engine);
            boolean last = i == epochs.size() - 1;
            for (SelectivityCalculator.Indices indices :
                    new SelectivityCalculator(session, circuit.fit().mask(), List.of(rates)).indices(window)) {
                points.add(new Point(member.fit().seed(), at.epoch(), i == 0, last, indices));
            }
            watch.at((done + (i + 1.0) / epochs.size()) / of);
        }
    }

    /** The epochs of a fit. A run of an earlier version has no series, but its initial network is still known. */
    private static List<AtEpoch> epochs(FittedNetwork member) {
        if (member.course().isEmpty()) {
            throw new InputError("Earlier networks of seed " + member.fit().seed()
                    + " are not available. Open the fit from its run folder.");
        }
        return member.course().size() > 1
                ? member.course()
                : List.of(
                        new AtEpoch(0, UntrainedNetworks.of(member).network()),
                        member.course().getLast());
    }

    private AnalysisResult result(List<FittedNetwork> members) {
        List<Statistic> statistics = new ArrayList<>();
        points.stream()
                .map(point -> point.indices().grouping().factor())
                .distinct()
                .forEach(factor -> statistics.addAll(statistics(factor)));
        List<Finding> notes =
                members.stream().allMatch(member -> member.course().size() > 1)
                        ? List.of()
                        : List.of(Finding.notice(
                                "no-series",
                                "Some of these runs have no parameters of earlier epochs (series.npz). Only their start"
                                        + " and their best epoch are shown. Fit again to see the epochs between."));
        return new AnalysisResult(
                "selectivity-over-training", "Selectivity over training", statistics, List.of(table().table()), notes);
    }

    private List<Statistic> statistics(String factor) {
        String what = "Pearson's r over neurons and pairs of levels between data and network of the AUC index for "
                + factor + " in window '" + window.name() + "', ";
        return List.of(
                statistic(
                        "selectivity_r_start_" + factor,
                        what + "before the first epoch, mean over networks",
                        factor,
                        true),
                statistic(
                        "selectivity_r_best_" + factor, what + "at the best epoch, mean over networks", factor, false));
    }

    private Statistic statistic(String name, String definition, String factor, boolean start) {
        List<Point> own = points.stream()
                .filter(point ->
                        point.indices().grouping().factor().equals(factor) && (start ? point.first() : point.last()))
                .toList();
        double[] r = own.stream()
                .mapToDouble(point -> r(point.indices(), neurons("all")))
                .toArray();
        return Statistic.plain(
                        name,
                        definition,
                        IntStream.range(0, r.length)
                                .mapToDouble(i -> r[i])
                                .average()
                                .orElse(Double.NaN),
                        "",
                        own.size() + " networks, " + session.neurons().size() + " neurons")
                .within(ConfidenceIntervals.overSeeds(r));
    }

    private TableBuilder table() {
        TableBuilder table = new TableBuilder(
                "selectivity_over_training",
                "AUC index of the network of every fit during training, in window '" + window.name()
                        + "': r with the data over neurons and pairs of levels, and the mean |index| of data and"
                        + " network.");
        for (Point point : points) {
            for (String type : List.of("all", "E", "I")) {
                int[] chosen = neurons(type);
                table.seed(point.seed())
                        .number("epoch", "", point.epoch())
                        .word("factor", point.indices().grouping().factor())
                        .word("type", type)
                        .number("neurons", "", chosen.length)
                        .number("r", "", r(point.indices(), chosen))
                        .number("index_data", "", magnitude(point.indices().data(), chosen))
                        .number("index_model", "", magnitude(point.indices().models()[0], chosen));
            }
        }
        return table;
    }

    private int[] neurons(String type) {
        List<Neuron> neurons = session.neurons();
        NeuronType only = type.equals("E") ? NeuronType.EXCITATORY : NeuronType.INHIBITORY;
        return IntStream.range(0, neurons.size())
                .filter(n -> type.equals("all") || neurons.get(n).type() == only)
                .toArray();
    }

    private static double r(SelectivityCalculator.Indices indices, int[] neurons) {
        int[] itself = IntStream.range(0, neurons.length).toArray();
        return new UnityLineFit(indices.data(), indices.models()[0]).r(neurons, itself);
    }

    private static double magnitude(double[][] indices, int[] neurons) {
        return IntStream.of(neurons)
                .boxed()
                .flatMapToDouble(n -> Arrays.stream(indices[n]).map(Math::abs))
                .average()
                .orElse(Double.NaN);
    }
}
