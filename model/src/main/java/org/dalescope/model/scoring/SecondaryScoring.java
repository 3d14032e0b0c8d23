package org.dalescope.model.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.math.stats.Jackknife;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.session.psth.Smoothing;

/** Computes the secondary scores of a model's rates, and the scores that are cheap to compute for each part. */
public final class SecondaryScoring {
    private static final ScoreKind PSTH = ScoreKind.PSTH_R;

    private final Session session;
    private final Mask mask;
    private final int[] trainIds;
    private final ModelRates model;
    private final int[] positions;

    /**
     * Creates the scoring of a model's rates.
     *
     * @param trainIds trials whose PSTH is the look-up-table ceiling
     */
    public SecondaryScoring(Session session, Mask mask, int[] trainIds, ModelRates model) {
        this.session = session;
        this.mask = mask;
        this.trainIds = trainIds;
        this.model = model;
        this.positions = session.positions(model.trialIds());
    }

    /**
     * Computes all secondary scores.
     *
     * @param ceilings split-half ceiling of psth_r on the same trials by neuron id, so that the halvings are not
     *     repeated
     */
    public List<SecondaryScore> measures(Map<Integer, Double> ceilings) {
        PairedPsths psths = psths(TrialSet.everything(model.trialIds().length), bin -> true);
        double[][] data = psths.without(-1).data();
        double[] training = Psth.of(session, mask, trainIds).mean();
        ExplainedVariance lookUp = ExplainedVariance.of(
                data, psths.smoothed(psths.parts().stream().map(p -> training).toList()));
        return List.of(pooled(psths, lookUp), median(psths, lookUp, ceilings), bits(training), matched());
    }

    private PairedPsths psths(TrialSet set, IntPredicate bins) {
        return PairedPsths.of(
                session,
                mask,
                model.trialIds(),
                model::rate,
                List.of(set),
                bins,
                ScoreKind.MINIMUM_TRIALS,
                PSTH.smoothingMs());
    }

    private static ExplainedVariance explained(PairedPsths psths, int left) {
        PairedPsths.Courses courses = psths.without(left);
        return ExplainedVariance.of(courses.data(), courses.model());
    }

    private SecondaryScore pooled(PairedPsths psths, ExplainedVariance lookUp) {
        ExplainedVariance r2 = explained(psths, -1);
        double value = r2.pooled(n -> true);
        return new SecondaryScore(
                SecondaryScoreKind.PSTH_R2_POOLED,
                value,
                r2.pooled(type(NeuronType.EXCITATORY)),
                r2.pooled(type(NeuronType.INHIBITORY)),
                lookUp.pooled(n -> true),
                Double.NaN,
                error(left -> explained(psths, left).pooled(n -> true)),
                byId(r2.perNeuron()),
                reason(value, "no neuron varies on bins with at least 10 valid trials"));
    }

    private SecondaryScore median(PairedPsths psths, ExplainedVariance lookUp, Map<Integer, Double> ceilings) {
        double[] r2 = explained(psths, -1).perNeuron();
        double value = median(r2, n -> true);
        return new SecondaryScore(
                SecondaryScoreKind.PSTH_R2_MEDIAN,
                value,
                median(r2, type(NeuronType.EXCITATORY)),
                median(r2, type(NeuronType.INHIBITORY)),
                median(lookUp.perNeuron(), n -> true),
                // The ceiling of r is the square root of the reliability, and the reliability is the share of variance
                // that can be explained.
                Descriptive.median(
                        ceilings.values().stream().mapToDouble(c -> c * c).toArray()),
                error(left -> median(explained(psths, left).perNeuron(), n -> true)),
                byId(r2),
                reason(value, "no neuron varies on bins with at least 10 valid trials"));
    }

    private SecondaryScore bits(double[] training) {
        PoissonBits bits = PoissonBits.ofSession(session, mask, positions, bin -> true, model::rate);
        double value = bits.pooled(-1, n -> true);
        PoissonBits lookUp = PoissonBits.ofSession(session, mask, positions, bin -> true, lookUp(training));
        return new SecondaryScore(
                SecondaryScoreKind.BITS_PER_SPIKE,
                value,
                bits.pooled(-1, type(NeuronType.EXCITATORY)),
                bits.pooled(-1, type(NeuronType.INHIBITORY)),
                lookUp.pooled(-1, n -> true),
                Double.NaN,
                error(left -> bits.pooled(left, n -> true)),
                byId(bits.perNeuron()),
                reason(value, averagedOr("no spike on the scored bins")));
    }

    /**
     * The training trials' smoothed PSTH as rates; bins without valid training trials have the neuron's mean over the
     * PSTH.
     */
    private RateFunction lookUp(double[] training) {
        int neurons = session.neurons().size();
        int[] bins = Psth.of(session, mask, trainIds).binsWith(1);
        Smoothing smoothing =
                Smoothing.gaussian(PSTH.smoothingMs(), session.time().binMs());
        double[] rates = new double[training.length];
        for (int neuron = 0; neuron < neurons; neuron++) {
            double[] course = smoothing.apply(Psth.course(training, neurons, neuron, bins));
            double mean = Arrays.stream(course).average().orElse(0);
            for (int bin = 0; bin < session.bins(); bin++) {
                rates[bin * neurons + neuron] = mean;
            }
            for (int i = 0; i < bins.length; i++) {
                rates[bins[i] * neurons + neuron] = course[i];
            }
        }
        return (i, bin, neuron) -> rates[bin * neurons + neuron];
    }

    private String averagedOr(String otherwise) {
        return session.source().isAveraged() ? SessionSource.AVERAGED : otherwise;
    }

    private SecondaryScore matched() {
        if (session.source().isAveraged()) {
            return new SecondaryScore(
                    SecondaryScoreKind.TRIAL_MATCHED_R,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    1,
                    Double.NaN,
                    Map.of(),
                    SessionSource.AVERAGED);
        }
        TrialMatchScore match = TrialMatchScore.of(session, mask, model, n -> true);
        double value = match.halved().ratio();
        return new SecondaryScore(
                SecondaryScoreKind.TRIAL_MATCHED_R,
                value,
                matched(NeuronType.EXCITATORY),
                matched(NeuronType.INHIBITORY),
                Double.NaN,
                1,
                match.standardError(),
                Map.of(),
                reason(
                        value,
                        match.trialIds().length < TrialMatchScore.LEAST_TRIALS
                                ? "fewer than 8 trials"
                                : "data trials do not resemble each other"));
    }

    private double matched(NeuronType type) {
        return session.count(type) == 0
                ? Double.NaN
                : TrialMatchScore.of(session, mask, model, type(type)).halved().ratio();
    }

    /** Computes the cheap scores by condition and by epoch of the trial. */
    public List<PartScore> parts() {
        TrialSet everything = TrialSet.everything(model.trialIds().length);
        List<PartScore> scores = new ArrayList<>();
        for (TrialSet set : TrialSet.conditions(session, model.trialIds())) {
            scores.add(part("condition", set.name(), set, bin -> true));
        }
        int[] scored = Psth.of(session, mask, model.trialIds()).binsWith(ScoreKind.MINIMUM_TRIALS);
        for (TrialPeriod epoch : TrialPeriod.of(session.time(), scored)) {
            scores.add(part("epoch", epoch.name(), everything, epoch.bins()));
        }
        return List.copyOf(scores);
    }

    private PartScore part(String by, String name, TrialSet set, IntPredicate bins) {
        PairedPsths psths = psths(set, bins);
        PairedPsths.Courses courses = psths.without(-1);
        double[] r = Scoring.perNeuron(courses.data(), courses.model());
        ExplainedVariance r2 = ExplainedVariance.of(courses.data(), courses.model());
        int[] own = IntStream.of(set.rows()).map(row -> positions[row]).toArray();
        PoissonBits bits = PoissonBits.ofSession(
                session, mask, own, bins, (i, bin, neuron) -> model.rate(set.rows()[i], bin, neuron));
        return new PartScore(
                by,
                name,
                own.length,
                psths.bins(),
                mean(r, n -> true),
                mean(r, type(NeuronType.EXCITATORY)),
                mean(r, type(NeuronType.INHIBITORY)),
                Jackknife.standardError(own.length, i -> Scoring.mean(psths.without(set.rows()[i]))),
                r2.pooled(n -> true),
                median(r2.perNeuron(), n -> true),
                bits.pooled(-1, n -> true));
    }

    private double error(IntToDoubleFunction without) {
        return Jackknife.standardError(positions.length, without);
    }

    private IntPredicate type(NeuronType type) {
        return neuron -> session.neurons().get(neuron).type() == type;
    }

    private static double mean(double[] values, IntPredicate chosen) {
        return Descriptive.mean(chosen(values, chosen));
    }

    private static double median(double[] values, IntPredicate chosen) {
        return Descriptive.median(chosen(values, chosen));
    }

    private static double[] chosen(double[] values, IntPredicate chosen) {
        return IntStream.range(0, values.length)
                .filter(chosen)
                .mapToDouble(n -> values[n])
                .toArray();
    }

    private static String reason(double value, String words) {
        return Double.isNaN(value) ? words : "";
    }

    private Map<Integer, Double> byId(double[] values) {
        Map<Integer, Double> byId = new LinkedHashMap<>();
        for (int n = 0; n < values.length; n++) {
            byId.put(session.neurons().get(n).id(), values[n]);
        }
        return byId;
    }
}
