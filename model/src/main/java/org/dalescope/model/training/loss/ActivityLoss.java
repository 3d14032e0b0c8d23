package org.dalescope.model.training.loss;

import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.engine.RateStatistics.Moments;
import org.dalescope.model.engine.StatisticsGradient;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.settings.ActivitySettings;

/**
 * The loss of implausible mean rates, L_activity = lambda (((m - target) / target)^2 + mean over units of (max(0,
 * lowest - r) / lowest)^2 +
 * (max(0, r - highest) / highest)^2), with r the mean rate of a unit over valid bins and m the mean over all units
 * (docs/science.md section 3).
 */
public record ActivityLoss(ActivitySettings settings) implements Loss {
    @Override
    public LossValue evaluate(RateStatistics statistics, WorkerThreads workers) {
        double[] rates = statistics.moments().mean();
        int units = rates.length;
        double mean = 0;
        for (double rate : rates) {
            mean += rate / units;
        }
        double off = (mean - settings.target()) / settings.target();
        double value = off * off;
        double[] slope = new double[units];
        for (int unit = 0; unit < units; unit++) {
            double low = Math.max(0, settings.lowest() - rates[unit]) / settings.lowest();
            double high = Math.max(0, rates[unit] - settings.highest()) / settings.highest();
            value += (low * low + high * high) / units;
            double outside = high / settings.highest() - low / settings.lowest();
            slope[unit] = settings.weight() * 2 * (off / settings.target() + outside) / units;
        }
        Moments moments = new Moments(slope, new double[units], 0);
        return new LossValue(settings.weight() * value, new StatisticsGradient(new double[0], new double[0], moments));
    }
}
