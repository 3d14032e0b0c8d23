package org.dalescope.model.network;

import org.dalescope.model.settings.TauSettings;

/**
 * Maps a raw parameter of a network to a time constant between its bounds. Away from the bounds the parameter is ln(tau
 * / ms), so that a step of 0.02 changes tau by 2 %. Near a bound the curve flattens smoothly and never reaches the
 * bound:
 *
 * <p>ln tau = ln min + (softplus(k (raw - ln min)) - softplus(k (raw - ln max))) / k
 *
 * <p>A logistic map between the bounds has almost no slope for short time constants (0.005 per ms at 11 ms, for bounds
 * of 10 and 200 ms). This map still has half of its full slope a tenth above a bound.
 */
record TauTransform(double logMin, double logMax) {
    /** The sharpness of the bend, which acts within a factor of about exp(1 / 10) of a bound. */
    private static final double SHARPNESS = 10;

    static TauTransform of(TauSettings settings) {
        return new TauTransform(Math.log(settings.min()), Math.log(settings.max()));
    }

    double tauMs(double raw) {
        double rise = softplus(SHARPNESS * (raw - logMin)) - softplus(SHARPNESS * (raw - logMax));
        return Math.exp(logMin + rise / SHARPNESS);
    }

    /** The derivative d tau / d raw, ms. */
    double slopeMs(double raw) {
        return tauMs(raw) * (logistic(SHARPNESS * (raw - logMin)) - logistic(SHARPNESS * (raw - logMax)));
    }

    /** The raw parameter of a time constant between the bounds. */
    double raw(double tauMs) {
        double above = SHARPNESS * (Math.log(tauMs) - logMin);
        double below = SHARPNESS * (logMax - Math.log(tauMs));
        return logMin + (above + Math.log(-Math.expm1(-above)) - Math.log(-Math.expm1(-below))) / SHARPNESS;
    }

    static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
