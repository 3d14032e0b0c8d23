package org.dalescope.model.training.loss;

import java.util.List;
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

    @Override
    public LossValue evaluate(RateStatistics statistics, WorkerThreads workers) {
        double value = 0;
        StatisticsGradient gradient = StatisticsGradient.NONE;
        Psths psths = new Psths(statistics);
        for (Term term : terms) {
            if (term.loss() instanceof PsthLoss psth) {
                value += term.weight() * psths.add(psth, term.weight());
            } else {
                LossValue own = term.loss().evaluate(statistics, workers);
                value += term.weight() * own.value();
                gradient = gradient.plus(term.weight(), own.gradient());
            }
        }
        return new LossValue(value, gradient.plus(1, psths.gradient()));
    }

    /** Sums the losses of PSTHs into one array. Consecutive losses of the same bins share the smoothing. */
    private static final class Psths {
        private final RateStatistics statistics;
        private final double[] byPsths;
        private Optional<SmoothedBins> bins = Optional.empty();
        private double[] model = new double[0];
        private double[] byModel = new double[0];

        Psths(RateStatistics statistics) {
            this.statistics = statistics;
            this.byPsths = new double[statistics.psth().length];
        }

        /** Two losses share the smoothing if they were made for the same object. */
        @SuppressWarnings("ReferenceEquality")
        double add(PsthLoss loss, double weight) {
            if (bins.filter(current -> current == loss.bins()).isEmpty()) {
                finish();
                bins = Optional.of(loss.bins());
                model = loss.bins().ofGroup(statistics.psth(), statistics.bins());
                byModel = new double[model.length];
            }
            return loss.add(model, weight, byModel);
        }

        StatisticsGradient gradient() {
            if (bins.isEmpty()) {
                return StatisticsGradient.NONE;
            }
            finish();
            return new StatisticsGradient(byPsths, new double[0]);
        }

        private void finish() {
            bins.ifPresent(done -> done.pullBack(byModel, byPsths, statistics.bins()));
        }
    }
}
