package org.dalescope.model.training.loss;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.math.simd.WorkerThreads;

/**
 * A weighted sum of losses, for example an average over conditions, or a mixture of Poisson and correlation loss. Sums
 * inside it are resolved into their terms.
 */
public record MeanLoss(List<Term> terms) implements Loss {
    /** A loss with its weight. */
    public record Term(double weight, Loss loss) {
        private Stream<Term> resolved() {
            return loss instanceof MeanLoss sum
                    ? sum.terms.stream().map(term -> new Term(weight * term.weight, term.loss))
                    : Stream.of(this);
        }
    }

    public MeanLoss {
        terms = terms.stream().flatMap(Term::resolved).toList();
    }

    /** The mean of some losses; 0 if there are none. */
    public static MeanLoss of(List<? extends Loss> losses) {
        return new MeanLoss(
                losses.stream().map(loss -> new Term(1.0 / losses.size(), loss)).toList());
    }

    /** Losses of one PSTH are computed together, and those of different PSTHs on different threads. */
    @Override
    public LossValue evaluate(RateStatistics statistics, WorkerThreads workers) {
        List<PsthTerms> psths = psthTerms();
        double[] byPsths = new double[psths.isEmpty() ? 0 : statistics.psth().length];
        double[] values = new double[terms.size()];
        workers.run(psths.size(), i -> psths.get(i).evaluate(statistics, values, byPsths));
        StatisticsGradient gradient = StatisticsGradient.NONE;
        double value = 0;
        for (int i = 0; i < values.length; i++) {
            Term term = terms.get(i);
            if (!(term.loss() instanceof PsthLoss)) {
                LossValue own = term.loss().evaluate(statistics, workers);
                values[i] = own.value();
                gradient = gradient.plus(term.weight(), own.gradient());
            }
            value += term.weight() * values[i];
        }
        StatisticsGradient ofPsths =
                psths.isEmpty() ? StatisticsGradient.NONE : new StatisticsGradient(byPsths, new double[0]);
        return new LossValue(value, gradient.plus(1, ofPsths));
    }

    /** The losses of PSTHs by the group of the statistics that they compare. */
    private List<PsthTerms> psthTerms() {
        Map<Integer, PsthTerms> byGroup = new LinkedHashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i).loss() instanceof PsthLoss loss) {
                byGroup.computeIfAbsent(loss.bins().group(), _ -> new PsthTerms(terms, new ArrayList<>()))
                        .indexes()
                        .add(i);
            }
        }
        return List.copyOf(byGroup.values());
    }

    /**
     * The losses of one PSTH. Consecutive losses of the same bins share the smoothing.
     *
     * @param indexes of these losses among the terms
     */
    private record PsthTerms(List<Term> terms, List<Integer> indexes) {
        /** Two losses share the smoothing if they were made for the same object. */
        @SuppressWarnings("ReferenceEquality")
        void evaluate(RateStatistics statistics, double[] values, double[] byPsths) {
            Optional<SmoothedBins> bins = Optional.empty();
            double[] model = new double[0];
            double[] byModel = new double[0];
            for (int index : indexes) {
                Term term = terms.get(index);
                PsthLoss loss = (PsthLoss) term.loss();
                if (bins.filter(current -> current == loss.bins()).isEmpty()) {
                    pullBack(bins, byModel, byPsths, statistics);
                    bins = Optional.of(loss.bins());
                    model = loss.bins().ofGroup(statistics.psth(), statistics.bins());
                    byModel = new double[model.length];
                }
                values[index] = loss.add(model, term.weight(), byModel);
            }
            pullBack(bins, byModel, byPsths, statistics);
        }

        private static void pullBack(
                Optional<SmoothedBins> bins, double[] byModel, double[] byPsths, RateStatistics statistics) {
            bins.ifPresent(done -> done.pullBack(byModel, byPsths, statistics.bins()));
        }
    }
}
