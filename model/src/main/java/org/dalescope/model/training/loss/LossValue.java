package org.dalescope.model.training.loss;

import org.dalescope.model.engine.StatisticsGradient;

/** A loss's value and its derivatives with respect to the statistics. */
public record LossValue(double value, StatisticsGradient gradient) {}
