package org.dalescope.model.network;

import org.dalescope.model.settings.TauSettings;

/**
 * From a raw parameter to a time constant between its bounds. Away from them the parameter is ln(tau / ms), so that a step of 0.02
 * changes tau by 2 %; towards a bound it bends over smoothly and never arrives:
 *
 * <p>ln tau = ln min + (softplus(k (raw - ln min)) - softplus(k (raw - ln max))) / k
 *
 * <p>A logistic map between the bounds leaves almost no slope to short time constants (at 11 of 10 to 200 ms 0.005 per ms); here a
 * tenth above a bound still has half of the full slope.
 */
record TauTransform(double logMin, double logMax) {
    /** Sharpness of the bend: it is felt over a factor of about exp(1 / 10) from a bound. */
    private static final double SHARPNESS = 10;

    static TauTransform of(TauSettings settings) {
        return new TauTransform(Math.log(settings.min()), Math.log(settings.max()));
    }

    double tauMs(double raw) {
        double rise = softplus(SHARPNESS * (raw - logMin)) - softplus(SHARPNESS * (raw - logMax));
        return Math.exp(logMin + rise / SHARPNESS);
    }

    /** d tau / d raw, ms. */
    double slopeMs(double raw) {
        return tauMs(raw) * (logistic(SHARPNESS * (raw - logMin)) - logistic(SHARPNESS * (raw - logMax)));
    }

    /** The raw parameter of a time constant that lies between the bounds. */
    double raw(double tauMs) {
        double above = SHARPNESS * (Math.log(tauMs) - logMin);
        double below = SHARPNESS * (logMax - Math.log(tauMs));
        return logMin + (above + Math.log(-Math.expm1(-above)) - Math.log(-Math.expm1(-below))) / SHARPNESS;
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
