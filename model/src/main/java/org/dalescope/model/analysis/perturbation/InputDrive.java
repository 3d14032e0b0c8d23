package org.dalescope.model.analysis.perturbation;

import java.util.Optional;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.embedding.EmbeddingPass;
import org.dalescope.model.session.Session;

/** The input drive W_in e(u) + b of a network in one trial, in double precision, with or without lesioned channels. */
final class InputDrive {
    private final Network network;
    private final Session session;
    private final Optional<EmbeddingPass> pass;

    /** Creates the buffers for one task. */
    InputDrive(Network network, Session session) {
        this.network = network;
        this.session = session;
        this.pass = network.embedding().map(embedding -> embedding.pass());
    }

    /**
     * The drive of every bin and unit, {@code [bin][unit]}.
     *
     * @param position position of the trial in the session
     * @param open bins in which the lesion acts
     * @param lesioned channels that are 0 in these bins
     */
    double[] of(int position, boolean[] open, boolean[] lesioned) {
        int bins = session.bins();
        int channels = lesioned.length;
        float[] u = new float[bins * channels];
        System.arraycopy(session.inputs(), position * u.length, u, 0, u.length);
        for (int i = 0; i < u.length; i++) {
            if (open[i / channels] && lesioned[i % channels]) {
                u[i] = 0;
            }
        }
        return weighted(embedded(u, bins), bins);
    }

    private float[] embedded(float[] u, int bins) {
        return pass.map(own -> {
                    float[] values = new float[bins * network.channels()];
                    own.embed(u, 0, values, 0, bins);
                    return values;
                })
                .orElse(u);
    }

    private double[] weighted(float[] inputs, int bins) {
        int n = network.size();
        int k = network.channels();
        double[] drive = new double[bins * n];
        for (int bin = 0; bin < bins; bin++) {
            for (int unit = 0; unit < n; unit++) {
                double sum = network.b()[unit];
                for (int channel = 0; channel < k; channel++) {
                    sum += network.wIn()[unit * k + channel] * inputs[bin * k + channel];
                }
                drive[bin * n + unit] = sum;
            }
        }
        return drive;
    }
}
