package org.dalescope.model.suite.grant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.MeanTrajectory;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.selectivity.FactorTrials;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.math.stats.WelchInterval;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.suite.grant.GrantSession.Courses;
import org.dalescope.model.suite.grant.GrantSession.ModulatedUnit;
import org.dalescope.model.suite.grant.GrantSession.Origin;
import org.dalescope.model.training.FittedNetwork;

/**
 * Panel C: the hidden I units of fits to E neurons alone beside the recorded interneurons, in the data and in the fit
 * to all neurons. The depth of modulation does not depend on the scale of a hidden unit's rate, which the data do not
 * determine.
 */
final class LearnedPanel {
    private static final double SMOOTHING_MS = 25;

    private final FittedCircuit all;
    private final FittedCircuit alone;
    private final List<FactorTrials> factors;
    private final RecurrentEngine engine;
    private final ConditionAverages rows;
    private final RecordedNeurons neurons;
    private final double[][] recorded;
    private final List<double[]> learned = new ArrayList<>();
    private final List<ModulatedUnit> units = new ArrayList<>();

    /**
     * Computes the panel.
     *
     * @param all fits to all neurons
     * @param alone fits to E neurons alone
     * @param factors on the sealed trials of both
     */
    LearnedPanel(FittedCircuit all, FittedCircuit alone, List<FactorTrials> factors, RecurrentEngine engine) {
        this.all = all;
        this.alone = alone;
        this.factors = factors;
        this.engine = engine;
        this.rows = ConditionAverages.of(all);
        this.neurons = RecordedNeurons.of(all.fit().session());
        this.recorded = rows.smoothed(rows.data(neurons), SMOOTHING_MS);
        addRecorded();
        all.members().forEach(member -> add(Origin.FITTED, all, member));
        alone.members().forEach(member -> add(Origin.LEARNED, alone, member));
    }

    List<ModulatedUnit> units() {
        return List.copyOf(units);
    }

    /** The mean z-scored courses over all sealed trials. */
    Courses courses() {
        int[] bins = rows.rowsOf(0);
        List<double[]> ofData = IntStream.range(0, neurons.size())
                .filter(n -> is(n, NeuronType.INHIBITORY))
                .mapToObj(n -> ConditionAverages.column(recorded, bins, n))
                .toList();
        return new Courses(IntStream.of(bins).mapToObj(rows::timeMs).toList(), mean(ofData), mean(learned));
    }

    /**
     * The depth of modulation of learned units, one value per seed, minus that of the fitted interneurons, one value
     * per neuron. Learned units count by the inhibitory current that they give to recorded E neurons, so that a unit
     * without effect has no say.
     */
    List<PanelEvidence> evidence() {
        List<PanelEvidence> evidence = new ArrayList<>();
        for (int f = 0; f < factors.size(); f++) {
            double[] ofLearned = perSeed(f);
            double[] ofFitted = perNeuron(f);
            WelchInterval difference = WelchInterval.of(ofLearned, ofFitted);
            evidence.add(new PanelEvidence(
                    GrantPanel.C,
                    factors.get(f).factor(),
                    0,
                    difference.difference(),
                    difference.low(),
                    difference.high(),
                    ofLearned.length + " seeds and " + ofFitted.length + " interneurons"));
        }
        return List.copyOf(evidence);
    }

    private double[] perSeed(int factor) {
        return alone.members().stream()
                .mapToLong(member -> member.fit().seed())
                .mapToDouble(seed -> {
                    List<ModulatedUnit> own = units.stream()
                            .filter(unit -> unit.origin() == Origin.LEARNED && unit.seed() == seed)
                            .toList();
                    double total =
                            own.stream().mapToDouble(ModulatedUnit::influence).sum();
                    return own.stream()
                                    .mapToDouble(unit ->
                                            unit.influence() * unit.depth().get(factor))
                                    .sum()
                            / total;
                })
                .filter(Double::isFinite)
                .toArray();
    }

    private double[] perNeuron(int factor) {
        return units.stream()
                .filter(unit -> unit.origin() == Origin.FITTED)
                .collect(Collectors.groupingBy(
                        ModulatedUnit::number, TreeMap::new, Collectors.averagingDouble(unit -> unit.depth()
                                .get(factor))))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private boolean is(int neuron, NeuronType type) {
        return all.fit().session().neurons().get(neurons.columns()[neuron]).type() == type;
    }

    private void addRecorded() {
        List<double[][]> rates = factors.stream().map(FactorTrials::data).toList();
        for (int n = 0; n < neurons.size(); n++) {
            if (is(n, NeuronType.INHIBITORY)) {
                int column = neurons.columns()[n];
                double[] psth = ConditionAverages.column(recorded, rows.singleConditions(), n);
                units.add(new ModulatedUnit(
                        Origin.RECORDED,
                        0,
                        neurons.ids()[n],
                        IntStream.range(0, factors.size())
                                .mapToObj(f -> factors.get(f).depth(rates.get(f)[column]))
                                .toList(),
                        Double.NaN,
                        likeness(psth, NeuronType.INHIBITORY, neurons.ids()[n]),
                        likeness(psth, NeuronType.EXCITATORY, neurons.ids()[n])));
            }
        }
    }

    /** Adds the recorded I units of a network that was fitted to them, or the hidden ones of one that learned them. */
    private void add(Origin origin, FittedCircuit circuit, FittedNetwork member) {
        ModelRates rates = circuit.rates(member, engine);
        List<double[][]> ofUnits =
                factors.stream().map(factor -> factor.units(rates)).toList();
        UnitMap map = member.network().units();
        int size = map.units();
        MeanTrajectory trajectory = MeanTrajectory.of(circuit, member, rows, engine);
        InhibitoryCurrents currents = InhibitoryCurrents.of(trajectory, rows);
        // An activation is the rate divided by a constant, which neither z-scores nor correlations see.
        double[][] courses = rows.smoothed(trajectory.activation(), SMOOTHING_MS);
        int[] ids = map.neuronIdOfUnit();
        for (int unit = 0; unit < size; unit++) {
            boolean isRecorded = ids[unit] >= 0;
            if (map.isInhibitory(unit) && isRecorded == (origin == Origin.FITTED)) {
                int at = unit;
                double[] psth = ConditionAverages.column(courses, rows.singleConditions(), unit);
                if (origin == Origin.LEARNED) {
                    learned.add(ConditionAverages.column(courses, rows.rowsOf(0), unit));
                }
                units.add(new ModulatedUnit(
                        origin,
                        member.fit().seed(),
                        isRecorded ? ids[unit] : unit,
                        IntStream.range(0, factors.size())
                                .mapToObj(f -> factors.get(f).depth(ofUnits.get(f)[at]))
                                .toList(),
                        currents.influence(unit),
                        likeness(psth, NeuronType.INHIBITORY, ids[unit]),
                        likeness(psth, NeuronType.EXCITATORY, ids[unit])));
            }
        }
    }

    /** Mean Pearson's r of a PSTH with those of the recorded neurons of one type, without one neuron. */
    private double likeness(double[] psth, NeuronType type, int without) {
        return Descriptive.meanOfFinite(IntStream.range(0, neurons.size())
                .filter(n -> is(n, type) && neurons.ids()[n] != without)
                .mapToDouble(n ->
                        Correlation.ofCourses(psth, ConditionAverages.column(recorded, rows.singleConditions(), n)))
                .toArray());
    }

    /** The mean of z-scored courses; NaN without any. */
    private static List<Double> mean(List<double[]> courses) {
        List<double[]> scored = courses.stream().map(LearnedPanel::scored).toList();
        int bins = courses.isEmpty() ? 0 : courses.getFirst().length;
        return IntStream.range(0, bins)
                .mapToObj(bin -> scored.stream()
                        .mapToDouble(course -> course[bin])
                        .average()
                        .orElse(Double.NaN))
                .toList();
    }

    private static double[] scored(double[] course) {
        double mean = Descriptive.mean(course);
        double deviation = Math.sqrt(Arrays.stream(course)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0));
        return Arrays.stream(course)
                .map(v -> deviation > 0 ? (v - mean) / deviation : 0)
                .toArray();
    }
}
