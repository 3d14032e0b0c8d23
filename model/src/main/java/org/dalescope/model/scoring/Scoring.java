package org.dalescope.model.scoring;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.math.stats.Jackknife;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.psth.Psth;

/** Computes a PSTH score of a model's rates with its ceilings and its uncertainty (docs/science.md section 4). */
public final class Scoring {
    private final Session session;
    private final Mask mask;
    private final int[] trainIds;

    /**
     * Creates the scoring for a session.
     *
     * @param trainIds trials whose PSTH is the look-up-table ceiling
     */
    public Scoring(Session session, Mask mask, int[] trainIds) {
        this.session = session;
        this.mask = mask;
        this.trainIds = trainIds;
    }

    /**
     * The ceilings of a score on some trials.
     *
     * @param trainingPsth score of the training partition's PSTH as a prediction
     * @param splitHalf mean over neurons of the split-half ceiling
     * @param perNeuron split-half ceiling by neuron id
     */
    public record Ceilings(double trainingPsth, double splitHalf, Map<Integer, Double> perNeuron) {}

    /** The ceilings of a score of all trials together, which do not depend on a model. */
    public Ceilings ceilings(ScoreKind kind, int[] trialIds) {
        return ceilings(kind, trialIds, reliability(kind, trialIds));
    }

    /** The ceilings of a score with the known {@link #reliability} of the data. */
    public Ceilings ceilings(ScoreKind kind, int[] trialIds, SplitHalf reliability) {
        Mask used = kind.masked() ? mask : session.observed();
        PsthCorrelation correlation = PsthCorrelation.with(
                Psth.of(session, used, trialIds), kind, session.time().binMs());
        double[] ceilings = IntStream.range(0, session.neurons().size())
                .mapToDouble(reliability::ceiling)
                .toArray();
        return new Ceilings(
                correlation.mean(Psth.of(session, used, trainIds).mean()), Descriptive.mean(ceilings), byId(ceilings));
    }

    /** The split-half reliability of the data for a score, which does not depend on a model. */
    public SplitHalf reliability(ScoreKind kind, int[] trialIds) {
        Mask used = kind.masked() ? mask : session.observed();
        return kind.byCondition()
                ? new ConditionHalves(
                                session,
                                used,
                                trialIds,
                                kind.smoothingMs(),
                                psths(kind, trialIds, (trial, bin, neuron) -> 0).parts())
                        .reliability()
                : SplitHalf.of(session, used, trialIds, kind);
    }

    /** The score of a model's rates. */
    public Score score(ScoreKind kind, ModelRates model) {
        return score(kind, model, reliability(kind, model.trialIds()));
    }

    /** The score of a model's rates with the known {@link #reliability} of the data. */
    public Score score(ScoreKind kind, ModelRates model, SplitHalf reliability) {
        Mask used = kind.masked() ? mask : session.observed();
        PairedPsths psths = psths(kind, model.trialIds(), model::rate);
        PairedPsths.Courses courses = psths.without(-1);
        double[] r = perNeuron(courses.data(), courses.model());
        double[] ceilings =
                IntStream.range(0, r.length).mapToDouble(reliability::ceiling).toArray();
        double[][] lookUp = psths.smoothed(training(kind, used, psths));
        IntPredicate scorable = n -> !Double.isNaN(r[n]) && reliability.scorable(n);
        double normalised = IntStream.range(0, r.length)
                .filter(scorable)
                .mapToDouble(n -> r[n] / reliability.ceiling(n))
                .average()
                .orElse(Double.NaN);
        return new Score(
                kind,
                Descriptive.mean(r),
                mean(r, NeuronType.EXCITATORY),
                mean(r, NeuronType.INHIBITORY),
                Descriptive.mean(perNeuron(courses.data(), lookUp)),
                Descriptive.mean(ceilings),
                normalised,
                Jackknife.standardError(model.trialIds().length, row -> mean(psths.without(row))),
                spread(r),
                (int) IntStream.range(0, r.length).filter(scorable.negate()).count(),
                byId(r),
                byId(ceilings));
    }

    private PairedPsths psths(ScoreKind kind, int[] ids, RateFunction rates) {
        List<TrialSet> sets =
                kind.byCondition() ? TrialSet.conditions(session, ids) : List.of(TrialSet.everything(ids.length));
        return PairedPsths.of(
                session,
                kind.masked() ? mask : session.observed(),
                ids,
                rates,
                sets,
                bin -> true,
                kind.masked() ? ScoreKind.MINIMUM_TRIALS : 1,
                kind.smoothingMs());
    }

    /** The averages of the training trials for each scored set; 0 if a set has no training trials. */
    private List<double[]> training(ScoreKind kind, Mask used, PairedPsths psths) {
        if (!kind.byCondition()) {
            return List.of(Psth.of(session, used, trainIds).mean());
        }
        Map<String, int[]> trained = new HashMap<>();
        for (TrialSet set : TrialSet.conditions(session, trainIds)) {
            trained.put(
                    set.name(),
                    IntStream.of(set.rows()).map(row -> trainIds[row]).toArray());
        }
        return psths.parts().stream()
                .map(part -> trained.getOrDefault(part.set().name(), new int[0]))
                .map(ids -> Psth.of(session, used, ids).mean())
                .toList();
    }

    static double mean(PairedPsths.Courses courses) {
        return Descriptive.mean(perNeuron(courses.data(), courses.model()));
    }

    static double[] perNeuron(double[][] data, double[][] model) {
        double[] r = new double[data.length];
        Arrays.setAll(r, neuron -> Correlation.ofCourses(model[neuron], data[neuron]));
        return r;
    }

    private double mean(double[] r, NeuronType type) {
        return IntStream.range(0, r.length)
                .filter(n -> session.neurons().get(n).type() == type && !Double.isNaN(r[n]))
                .mapToDouble(n -> r[n])
                .average()
                .orElse(Double.NaN);
    }

    private static double spread(double[] r) {
        double[] defined = Arrays.stream(r).filter(v -> !Double.isNaN(v)).toArray();
        double mean = Descriptive.mean(r);
        double squares =
                Arrays.stream(defined).map(v -> (v - mean) * (v - mean)).sum();
        return defined.length < 2 ? Double.NaN : Math.sqrt(squares / (defined.length - 1));
    }

    private Map<Integer, Double> byId(double[] values) {
        Map<Integer, Double> byId = new LinkedHashMap<>();
        for (int n = 0; n < values.length; n++) {
            byId.put(session.neurons().get(n).id(), values[n]);
        }
        return byId;
    }
}
