package org.dalescope.model.scoring;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dalescope.model.psth.Psth;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;

/** Computes a score of a model's rates with its ceilings and its uncertainty (spec/science.md section 4). */
public final class Scoring {
    private final Session session;
    private final Mask mask;
    private final int[] trainIds;

    /**
     * Scores against a session.
     *
     * @param trainIds trials whose PSTH is the look-up-table ceiling
     */
    public Scoring(Session session, Mask mask, int[] trainIds) {
        this.session = session;
        this.mask = mask;
        this.trainIds = trainIds;
    }

    /**
     * What data of this amount allow on some trials.
     *
     * @param trainingPsth score of the training partition's PSTH as a prediction
     * @param splitHalf mean over neurons of the split-half ceiling
     * @param perNeuron split-half ceiling by neuron id
     */
    public record Ceilings(double trainingPsth, double splitHalf, Map<Integer, Double> perNeuron) {}

    /** The ceilings of a score, known before any model. */
    public Ceilings ceilings(ScoreKind kind, int[] trialIds) {
        Mask used = kind.masked() ? mask : session.observed();
        PsthCorrelation correlation = PsthCorrelation.with(
                Psth.of(session, used, trialIds), kind, session.time().binMs());
        return ceilings(used, correlation, SplitHalf.of(session, used, trialIds, kind));
    }

    private Ceilings ceilings(Mask used, PsthCorrelation correlation, SplitHalf reliability) {
        double[] ceilings = IntStream.range(0, session.neurons().size())
                .mapToDouble(reliability::ceiling)
                .toArray();
        return new Ceilings(
                correlation.mean(Psth.of(session, used, trainIds).mean()),
                Correlation.meanOfDefined(ceilings),
                byId(ceilings));
    }

    /** The score of a model's rates. */
    public Score score(ScoreKind kind, ScoredRates model) {
        Mask used = kind.masked() ? mask : session.observed();
        Psth data = Psth.of(session, used, model.trialIds());
        PsthCorrelation correlation =
                PsthCorrelation.with(data, kind, session.time().binMs());
        int[] positions = session.positions(model.trialIds());
        TrialSums modelSums = TrialSums.of(used, positions, session.neurons().size(), model::rate);
        TrialSums dataSums = TrialSums.of(
                used, positions, session.neurons().size(), (i, bin, neuron) -> session.rate(positions[i], bin, neuron));
        double[] r = correlation.perNeuron(modelSums.mean());
        SplitHalf reliability = SplitHalf.of(session, used, model.trialIds(), kind);
        Ceilings ceilings = ceilings(used, correlation, reliability);
        int neurons = r.length;
        IntPredicate scorable = n -> !Double.isNaN(r[n]) && reliability.scorable(n);
        double normalised = IntStream.range(0, neurons)
                .filter(scorable)
                .mapToDouble(n -> r[n] / reliability.ceiling(n))
                .average()
                .orElse(Double.NaN);
        return new Score(
                kind,
                Correlation.meanOfDefined(r),
                mean(r, NeuronType.EXCITATORY),
                mean(r, NeuronType.INHIBITORY),
                ceilings.trainingPsth(),
                ceilings.splitHalf(),
                normalised,
                jackknife(correlation.bins(), kind, modelSums, dataSums),
                spread(r),
                (int) IntStream.range(0, neurons).filter(scorable.negate()).count(),
                byId(r),
                ceilings.perNeuron());
    }

    /** Standard error over trials: model and data lose the same trial, the bins stay those of the full score. */
    private double jackknife(int[] bins, ScoreKind kind, TrialSums modelSums, TrialSums dataSums) {
        int n = modelSums.trials();
        if (n < 3) {
            return Double.NaN;
        }
        double[] values = new double[n];
        for (int out = 0; out < n; out++) {
            PsthCorrelation correlation = PsthCorrelation.on(
                    bins,
                    dataSums.meanWithout(out),
                    dataSums.neurons(),
                    kind,
                    session.time().binMs());
            values[out] = correlation.mean(modelSums.meanWithout(out));
        }
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares * (n - 1) / n);
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
        double mean = Correlation.meanOfDefined(r);
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
