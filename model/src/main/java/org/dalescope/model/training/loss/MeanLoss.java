package org.dalescope.model.training.loss;

import java.util.List;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.math.simd.WorkerThreads;

/** A weighted sum of losses, for example an average over conditions, or a mixture of Poisson and correlation loss. */
public record MeanLoss(List<Term> terms) implements Loss {
    /** A loss with its weight. */
    public record Term(double weight, Loss loss) {}

    /** The mean of some losses; 0 if there are none. */
    public static MeanLoss of(List<? extends Loss> losses) {
        return new MeanLoss(
                losses.stream().map(loss -> new Term(1.0 / losses.size(), loss)).toList());
    }

    @Override
    public LossValue evaluate(RateStatistics statistics, WorkerThreads workers) {
        double value = 0;
        StatisticsGradient gradient = StatisticsGradient.NONE;
        for (Term term : terms) {
            LossValue own = term.loss().evaluate(statistics, workers);
            value += term.weight() * own.value();
            gradient = gradient.plus(term.weight(), own.gradient());
        }
        return new LossValue(value, gradient);
    }
}
