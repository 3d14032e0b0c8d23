package org.dalescope.model.loss;

import org.dalescope.model.engine.StatisticsGradient;

/** A loss's value and its derivatives with respect to the statistics. */
public record LossValue(double value, StatisticsGradient gradient) {}
