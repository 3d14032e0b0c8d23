package org.dalescope.model.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;

/**
 * The scores of one prediction that are compared with those of another, for all neurons, E and I, with all trials and
 * without each of them.
 */
public final class ComparedScores {
    private static final int GROUPS = NeuronGroup.values().length;

    private final Session session;
    private final PairedPsths psths;
    private final PoissonBits bits;
    private final int trials;

    /** The scores of a network's rates. */
    public ComparedScores(Session session, Mask mask, ModelRates model) {
        this(session, mask, model.trialIds(), model::rate);
    }

    /**
     * The scores of a prediction.
     *
     * @param model rates of the i-th of the trials
     */
    public ComparedScores(Session session, Mask mask, int[] ids, RateFunction model) {
        this.session = session;
        this.trials = ids.length;
        this.psths = PairedPsths.of(
                session,
                mask,
                ids,
                model,
                List.of(TrialSet.everything(ids.length)),
                bin -> true,
                ScoreKind.MINIMUM_TRIALS,
                ScoreKind.PSTH_R.smoothingMs());
        this.bits = PoissonBits.ofSession(session, mask, session.positions(ids), bin -> true, model);
    }

    /** The number of pairs of a score and a group of neurons. */
    public static int count() {
        return ComparedScore.values().length * GROUPS;
    }

    /** The position of a score of a group of neurons among all of them: score by score, for each group. */
    public static int index(ComparedScore score, NeuronGroup group) {
        int row =
                switch (score) {
                    case PSTH_R -> 0;
                    case R2_POOLED -> 1;
                    case R2_MEDIAN -> 2;
                    case BITS_PER_SPIKE -> 3;
                };
        int column =
                switch (group) {
                    case ALL -> 0;
                    case E -> 1;
                    case I -> 2;
                };
        return row * GROUPS + column;
    }

    /** The values of all scores and groups of neurons; NaN if a value is not defined. */
    public record Values(List<Double> all) {
        /**
         * The values of an array.
         *
         * @param values score by score, for each group of neurons
         */
        public static Values of(double[] values) {
            return new Values(Arrays.stream(values).boxed().toList());
        }

        public double of(ComparedScore score, NeuronGroup group) {
            return all.get(index(score, group));
        }
    }

    /**
     * The values without one trial.
     *
     * @param left row of the trial that is left out; -1 for none
     */
    public Values without(int left) {
        PairedPsths.Courses courses = psths.without(left);
        double[] r = Scoring.perNeuron(courses.data(), courses.model());
        ExplainedVariance r2 = ExplainedVariance.of(courses.data(), courses.model());
        double[] perNeuron = r2.perNeuron();
        double[] values = new double[count()];
        for (NeuronGroup group : NeuronGroup.values()) {
            IntPredicate chosen = group.of(session);
            for (ComparedScore score : ComparedScore.values()) {
                values[index(score, group)] = switch (score) {
                    case PSTH_R -> Descriptive.mean(chosen(r, chosen));
                    case R2_POOLED -> r2.pooled(chosen);
                    case R2_MEDIAN -> Descriptive.median(chosen(perNeuron, chosen));
                    case BITS_PER_SPIKE -> bits.pooled(left, chosen);
                };
            }
        }
        return Values.of(values);
    }

    /** The values without each trial, in the order of the trials; then those of all trials. */
    public List<Values> withoutEach(WorkerThreads workers) {
        return workers.map(trials + 1, trial -> without(trial < trials ? trial : -1));
    }

    /** The score of every neuron; NaN if it is not defined. */
    public double[] perNeuron(ComparedScore score) {
        PairedPsths.Courses courses = psths.without(-1);
        return switch (score) {
            case PSTH_R -> Scoring.perNeuron(courses.data(), courses.model());
            case R2_POOLED, R2_MEDIAN ->
                ExplainedVariance.of(courses.data(), courses.model()).perNeuron();
            case BITS_PER_SPIKE -> bits.perNeuron();
        };
    }

    private static double[] chosen(double[] values, IntPredicate chosen) {
        return IntStream.range(0, values.length)
                .filter(chosen)
                .mapToDouble(n -> values[n])
                .toArray();
    }
}
