package org.dalescope.model.session;

/**
 * The time bins of a recorded session: equal, and relative to a named event.
 *
 * @param firstCentreMs centre of the first bin
 */
public record TimeAxis(double binMs, double firstCentreMs, int bins, String event) {
    /** Centre of a bin in ms. */
    public double centreMs(int bin) {
        return firstCentreMs + bin * binMs;
    }

    /** Start of the first bin in ms. */
    public double startMs() {
        return firstCentreMs - binMs / 2;
    }

    /** The width of a bin, given the centres of all bins; 1 ms for a single bin. */
    public static double binMsOf(double[] centresMs) {
        return centresMs.length < 2 ? 1 : centresMs[1] - centresMs[0];
    }

    /** Centres of all bins in ms. */
    public double[] centresMs() {
        double[] centres = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            centres[bin] = centreMs(bin);
        }
        return centres;
    }
}
