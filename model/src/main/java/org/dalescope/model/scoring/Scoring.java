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
        Mask used = kind.masked() ? mask : everything();
        PsthCorrelation correlation = PsthCorrelation.with(
                Psth.of(session, used, trialIds), kind, session.time().binMs());
        SplitHalf reliability = SplitHalf.of(session, used, trialIds, kind);
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
        Mask used = kind.masked() ? mask : everything();
        Psth data = Psth.of(session, used, model.trialIds());
        PsthCorrelation correlation =
                PsthCorrelation.with(data, kind, session.time().binMs());
        double[] r = correlation.perNeuron(average(model, used, -1));
        double training = correlation.mean(Psth.of(session, used, trainIds).mean());
        SplitHalf reliability = SplitHalf.of(session, used, model.trialIds(), kind);
        int neurons = r.length;
        IntPredicate scorable = n -> !Double.isNaN(r[n]) && reliability.scorable(n);
        double normalised = IntStream.range(0, neurons)
                .filter(scorable)
                .mapToDouble(n -> r[n] / reliability.ceiling(n))
                .average()
                .orElse(Double.NaN);
        double[] ceilings =
                IntStream.range(0, neurons).mapToDouble(reliability::ceiling).toArray();
        return new Score(
                kind,
                Correlation.meanOfDefined(r),
                mean(r, NeuronType.EXCITATORY),
                mean(r, NeuronType.INHIBITORY),
                training,
                Correlation.meanOfDefined(ceilings),
                normalised,
                jackknife(kind, model, used),
                spread(r),
                (int) IntStream.range(0, neurons).filter(scorable.negate()).count(),
                byId(r),
                byId(ceilings));
    }

    /** The model's average over its trials where the mask is valid, without one of them; {@code [bin][neuron]}. */
    private double[] average(ScoredRates model, Mask used, int leftOut) {
        int neurons = session.neurons().size();
        double[] mean = new double[model.bins() * neurons];
        int[] counts = new int[model.bins()];
        Map<Integer, Integer> positions = session.positions();
        for (int i = 0; i < model.trialIds().length; i++) {
            int trial = positions.getOrDefault(model.trialIds()[i], 0);
            for (int bin = 0; i != leftOut && bin < model.bins(); bin++) {
                if (used.isValid(trial, bin)) {
                    counts[bin]++;
                    for (int neuron = 0; neuron < neurons; neuron++) {
                        mean[bin * neurons + neuron] += model.rate(i, bin, neuron);
                    }
                }
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= Math.max(1, counts[i / neurons]);
        }
        return mean;
    }

    /** Standard error over trials: model and data lose the same trial, the bins stay those of the full score. */
    private double jackknife(ScoreKind kind, ScoredRates model, Mask used) {
        int n = model.trialIds().length;
        if (n < 3) {
            return Double.NaN;
        }
        int[] bins = PsthCorrelation.with(
                        Psth.of(session, used, model.trialIds()),
                        kind,
                        session.time().binMs())
                .bins();
        double[] values = new double[n];
        for (int out = 0; out < n; out++) {
            int left = out;
            int[] kept = IntStream.range(0, n)
                    .filter(i -> i != left)
                    .map(i -> model.trialIds()[i])
                    .toArray();
            Psth data = Psth.of(session, used, kept);
            PsthCorrelation correlation =
                    PsthCorrelation.on(bins, data, kind, session.time().binMs());
            values[out] = correlation.mean(average(model, used, out));
        }
        double mean = Correlation.meanOfDefined(values);
        double squares = Arrays.stream(values)
                .filter(v -> !Double.isNaN(v))
                .map(v -> (v - mean) * (v - mean))
                .sum();
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

    private Mask everything() {
        boolean[] valid = new boolean[mask.valid().length];
        Arrays.fill(valid, true);
        return new Mask(mask.trials(), mask.bins(), valid);
    }
}
