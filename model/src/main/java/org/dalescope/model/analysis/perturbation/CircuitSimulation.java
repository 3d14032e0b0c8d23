package org.dalescope.model.analysis.perturbation;

import java.util.Arrays;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.network.Network;
import org.dalescope.model.session.Session;

/**
 * A simulation of one network on some trials in double precision, which can be run with any perturbation. Inputs and
 * noise are created once and are the same in every run, so two runs differ only by the perturbation. The result of a
 * trial depends on its id and inputs, not on other trials or the number of threads. The rates equal those of the
 * engines to single precision.
 */
public final class CircuitSimulation {
    /** The number of trials that run in parallel. They form the innermost loop, which the compiler vectorises. */
    private static final int LANES = 16;

    private final Network network;
    private final Session session;
    private final int[] trialIds;
    private final int[] positions;
    private final WorkerThreads workers;
    private final Noise noise;
    /** W_in e(u) + b of the intact inputs, in the layout of {@link #at}. */
    private final double[] drive;

    private final double[] kicks;

    /**
     * Creates inputs and noise.
     *
     * @throws InputError if session and network do not fit together or there are too many trials
     */
    public CircuitSimulation(Network network, Session session, int[] trialIds, Noise noise, WorkerThreads workers) {
        int wanted = network.embedding().map(embedding -> embedding.channels()).orElse(network.channels());
        if (wanted != session.channels().size()) {
            throw new InputError("The network has " + wanted + " input channels, but the session has "
                    + session.channels().size() + ". Use a session with the channels that the network was fitted to.");
        }
        long numbers = (long) trialIds.length * session.bins() * network.size();
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new InputError(trialIds.length + " trials x " + session.bins() + " bins x " + network.size()
                    + " units are more numbers than fit into one array. Use a partition with fewer trials.");
        }
        this.network = network;
        this.session = session;
        this.trialIds = trialIds.clone();
        this.positions = session.positions(trialIds);
        this.workers = workers;
        this.noise = noise;
        this.kicks = new double[noise.sd() > 0 ? (int) numbers : 0];
        this.drive = new double[(int) numbers];
        boolean[] never = new boolean[session.bins()];
        fillDrive(drive, never, new boolean[session.channels().size()]);
        fillKicks();
    }

    /** The rates of the intact network, sp/s, {@code [trial][bin][unit]}. */
    public double[] intact() {
        return rates(Perturbation.NONE);
    }

    /**
     * The rates under a perturbation, sp/s, {@code [trial][bin][unit]}.
     *
     * @throws InputError if it names something that network or session do not have
     */
    public double[] rates(Perturbation perturbation) {
        return rates(NetworkChange.of(perturbation, network, session));
    }

    double[] rates(NetworkChange change) {
        double[] driven = drive;
        if (change.lesions()) {
            driven = new double[drive.length];
            fillDrive(driven, change.open(), change.lesioned());
        }
        double[] input = driven;
        double[] rates = new double[drive.length];
        workers.run(Math.ceilDiv(trialIds.length, LANES), block -> run(block, change, input, rates));
        return rates;
    }

    Network network() {
        return network;
    }

    /** The offset of a bin of a block in inputs and noise; the layout within it is {@code [unit][lane]}. */
    private int at(int block, int bin) {
        return block * LANES * session.bins() * network.size() + bin * network.size() * width(block);
    }

    private int width(int block) {
        return Math.min(LANES, trialIds.length - block * LANES);
    }

    private void fillDrive(double[] to, boolean[] open, boolean[] lesioned) {
        workers.run(Math.ceilDiv(trialIds.length, LANES), block -> {
            InputDrive inputs = new InputDrive(network, session);
            for (int lane = 0; lane < width(block); lane++) {
                spread(inputs.of(positions[block * LANES + lane], open, lesioned), to, block, lane);
            }
        });
    }

    private void fillKicks() {
        if (kicks.length == 0) {
            return;
        }
        int n = network.size();
        double[] sd = new double[n];
        Arrays.setAll(sd, unit -> noise.sd() * Math.sqrt(network.alpha()[unit]));
        workers.run(Math.ceilDiv(trialIds.length, LANES), block -> {
            for (int lane = 0; lane < width(block); lane++) {
                double[] normals = noise.normals(trialIds[block * LANES + lane], session.bins(), n);
                for (int i = 0; i < normals.length; i++) {
                    normals[i] *= sd[i % n];
                }
                spread(normals, kicks, block, lane);
            }
        });
    }

    private void spread(double[] trial, double[] to, int block, int lane) {
        int from = at(block, 0);
        int width = width(block);
        for (int i = 0; i < trial.length; i++) {
            to[from + i * width + lane] = trial[i];
        }
    }

    private void run(int block, NetworkChange change, double[] input, double[] rates) {
        int n = network.size();
        int width = width(block);
        double[] x = new double[n * width];
        double[] activity = new double[n * width];
        double[] sum = new double[width];
        for (int i = 0; i < x.length; i++) {
            x[i] = network.h0()[i / width];
        }
        for (int bin = 0; bin < session.bins(); bin++) {
            boolean open = change.open()[bin];
            for (int i = 0; i < x.length; i++) {
                activity[i] = softplus(x[i]);
            }
            if (open) {
                silence(activity, change.kept(), width);
            }
            keep(activity, rates, block, bin);
            int at = at(block, bin);
            for (int unit = 0; unit < n; unit++) {
                Arrays.fill(sum, open ? change.current()[unit] : 0);
                project(open ? change.w() : network.w(), unit, activity, sum);
                step(x, unit, sum, input, at);
            }
        }
    }

    private static void silence(double[] activity, double[] kept, int width) {
        for (int i = 0; i < activity.length; i++) {
            activity[i] *= kept[i / width];
        }
    }

    private void keep(double[] activity, double[] rates, int block, int bin) {
        int n = network.size();
        int width = width(block);
        for (int lane = 0; lane < width; lane++) {
            int to = ((block * LANES + lane) * session.bins() + bin) * n;
            for (int unit = 0; unit < n; unit++) {
                rates[to + unit] = network.gain()[unit] * activity[unit * width + lane];
            }
        }
    }

    /** Adds the recurrent input from all units to one unit, in all lanes. */
    private static void project(double[] w, int unit, double[] activity, double[] sum) {
        int width = sum.length;
        int n = activity.length / width;
        for (int from = 0; from < n; from++) {
            double weight = w[unit * n + from];
            int at = from * width;
            for (int lane = 0; lane < width; lane++) {
                sum[lane] += weight * activity[at + lane];
            }
        }
    }

    private void step(double[] x, int unit, double[] sum, double[] input, int at) {
        int width = sum.length;
        double alpha = network.alpha()[unit];
        int row = unit * width;
        for (int lane = 0; lane < width; lane++) {
            int i = row + lane;
            x[i] = (1 - alpha) * x[i] + alpha * (sum[lane] + input[at + i]);
        }
        if (kicks.length > 0) {
            for (int lane = 0; lane < width; lane++) {
                x[row + lane] += kicks[at + row + lane];
            }
        }
    }

    /** log(1 + exp(x)). The quotient corrects the rounding error of 1 + e (Kahan). */
    static double softplus(double x) {
        double e = Math.exp(-Math.abs(x));
        double u = 1 + e;
        double log1p = u == 1 ? e : Math.log(u) * e / (u - 1);
        return Math.max(x, 0) + log1p;
    }
}
