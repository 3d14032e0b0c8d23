package org.dalescope.model.engine;

/** Derivatives of one loss with respect to {@link Statistics}; empty arrays where the loss does not look. */
public record StatisticsGradient(double[] psth, double[] population) {}
