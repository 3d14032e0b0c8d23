package org.dalescope.model.training;

import org.dalescope.model.network.Network;
import org.dalescope.model.session.Session;

/** The network's equations as they stand in the specification, in double precision and without noise. */
final class PlainRecurrence {
    private PlainRecurrence() {}

    /** Rates {@code [trial][bin][unit]}, sp/s. */
    static double[][][] rates(Fit fit, Network network, int[] trials) {
        Session session = fit.session();
        int[] positions = session.positions(trials);
        double[][][] rates = new double[trials.length][session.bins()][network.size()];
        for (int k = 0; k < trials.length; k++) {
            double[] x = network.h0().clone();
            for (int bin = 0; bin < session.bins(); bin++) {
                double[] s = new double[x.length];
                for (int unit = 0; unit < x.length; unit++) {
                    s[unit] = Math.log1p(Math.exp(x[unit]));
                    rates[k][bin][unit] = network.gain()[unit] * s[unit];
                }
                int inputs = (positions[k] * session.bins() + bin) * network.channels();
                for (int unit = 0; unit < x.length; unit++) {
                    double drive = network.b()[unit];
                    for (int from = 0; from < x.length; from++) {
                        drive += network.w()[unit * x.length + from] * s[from];
                    }
                    for (int c = 0; c < network.channels(); c++) {
                        drive += network.wIn()[unit * network.channels() + c] * session.inputs()[inputs + c];
                    }
                    double a = network.alpha()[unit];
                    x[unit] = (1 - a) * x[unit] + a * drive;
                }
            }
        }
        return rates;
    }
}
