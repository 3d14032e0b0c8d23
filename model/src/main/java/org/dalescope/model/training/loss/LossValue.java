package org.dalescope.model.training.loss;

import org.dalescope.model.engine.StatisticsGradient;

/** The value of a loss and its derivatives with respect to the statistics. */
public record LossValue(double value, StatisticsGradient gradient) {}
