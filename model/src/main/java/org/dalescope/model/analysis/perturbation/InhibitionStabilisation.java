package org.dalescope.model.analysis.perturbation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dalescope.model.analysis.perturbation.Intervention.Drive;
import org.dalescope.model.network.Network;
import org.dalescope.model.session.TimeAxis;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * A test with eigenvalues and a small perturbation of whether a network is inhibition-stabilised (Tsodyks, Skaggs,
 * Sejnowski and McNaughton 1997).
 *
 * @param abscissa largest real part of the eigenvalues of W_EE diag(slope) - 1, with the slopes of softplus averaged
 *     over valid bins and trials; if it is above 0, the E units alone are unstable. Under Dale's law its sign does
 *     not depend on the time constants
 * @param inhibitory change of the mean rate of I units due to a small current into all of them, sp/s per unit of
 *     current; if it is below 0, the response is paradoxical
 * @param excitatory the same for the mean rate of E units
 */
record InhibitionStabilisation(double abscissa, double inhibitory, double excitatory) {
    private static final double CURRENT = 0.1;
    /**
     * The time, in longest time constants, after which an initial transient has decayed to less than 1 % and the
     * response is steady.
     */
    private static final double TIME_CONSTANTS = 5;

    /**
     * Tests a network.
     *
     * @param intact rates of the intact network, {@code [trial][bin][unit]}
     */
    static InhibitionStabilisation of(
            CircuitSimulation simulation, ConditionAveragedRates trials, double[] intact, TimeAxis time) {
        Network network = simulation.network();
        double[] driven = simulation.rates(Perturbation.always(new Drive(UnitSet.Group.I, CURRENT)));
        boolean[] settled = settled(network, time);
        TypeRates before = TypeRates.of(network.units(), trials, intact, settled);
        TypeRates under = TypeRates.of(network.units(), trials, driven, settled);
        return new InhibitionStabilisation(
                abscissa(network, slopes(network, trials, intact)),
                (under.i() - before.i()) / CURRENT,
                (under.e() - before.e()) / CURRENT);
    }

    boolean isParadoxical() {
        return inhibitory < 0;
    }

    private static boolean[] settled(Network network, TimeAxis time) {
        double longest = 0;
        for (double tau : network.tauMs()) {
            longest = Math.max(longest, tau);
        }
        boolean[] settled = new boolean[time.bins()];
        for (int bin = 0; bin < settled.length; bin++) {
            settled[bin] = time.centreMs(bin) - time.startMs() > TIME_CONSTANTS * longest;
        }
        return settled;
    }

    /** The mean slope of softplus per unit, which is 1 - exp(-softplus). */
    private static double[] slopes(Network network, ConditionAveragedRates trials, double[] rates) {
        int n = network.size();
        double[] slopes = new double[n];
        long count = 0;
        for (int row = 0; row < trials.positions().length; row++) {
            for (int bin = 0; bin < trials.bins(); bin++) {
                if (trials.mask().isValid(trials.positions()[row], bin)) {
                    count++;
                    for (int unit = 0; unit < n; unit++) {
                        double rate = rates[(row * trials.bins() + bin) * n + unit];
                        slopes[unit] -= Math.expm1(-rate / network.gain()[unit]);
                    }
                }
            }
        }
        for (int unit = 0; unit < n; unit++) {
            slopes[unit] /= Math.max(1, count);
        }
        return slopes;
    }

    /** The largest real part of the eigenvalues of W_EE diag(slope) - 1. */
    static double abscissa(Network network, double[] slopes) {
        int n = network.size();
        int e = network.units().excitatory();
        DMatrixRMaj matrix = new DMatrixRMaj(e, e);
        for (int to = 0; to < e; to++) {
            for (int from = 0; from < e; from++) {
                matrix.set(to, from, network.w()[to * n + from] * slopes[from] - (to == from ? 1 : 0));
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(e, false);
        if (!eigen.decompose(matrix)) {
            return Double.NaN;
        }
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < eigen.getNumberOfEigenvalues(); i++) {
            largest = Math.max(largest, eigen.getEigenvalue(i).getReal());
        }
        return largest;
    }

    /** One number of every network as an array. */
    static double[] column(List<InhibitionStabilisation> all, ToDoubleFunction<InhibitionStabilisation> number) {
        return all.stream().mapToDouble(number).toArray();
    }
}
