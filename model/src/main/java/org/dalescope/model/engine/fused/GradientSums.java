package org.dalescope.model.engine.fused;

import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.math.simd.OuterProductSum;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.NetworkGradient;
import org.dalescope.model.network.ReadOut;

/** The sums of the gradients of all losses over the blocks of a task of the fused engine, in double precision. */
final class GradientSums {
    private final Network network;
    private final List<NetworkGradient> perLoss;
    private final List<OuterProductSum> recurrent;
    private final List<OuterProductSum> input;

    GradientSums(Network network, int losses) {
        int units = network.size();
        this.network = network;
        int numbersOfReadOut = network.readOut().map(ReadOut::length).orElse(0);
        this.perLoss = IntStream.range(0, losses)
                .mapToObj(loss ->
                        NetworkGradient.zero(units, network.channels()).withReadOut(new double[numbersOfReadOut]))
                .toList();
        this.recurrent = IntStream.range(0, losses)
                .mapToObj(loss -> new OuterProductSum(units, units))
                .toList();
        this.input = IntStream.range(0, losses)
                .mapToObj(loss -> new OuterProductSum(units, network.channels() + 1))
                .toList();
    }

    OuterProductSum recurrent(int loss) {
        return recurrent.get(loss);
    }

    OuterProductSum input(int loss) {
        return input.get(loss);
    }

    /** The sums for W_out {@code [target][unit]}, as products with activity, then those for b_out. */
    double[] readOut(int loss) {
        return perLoss.get(loss).readOut();
    }

    /** Adds a block's sums per lane, {@code [unit][loss][lane]}, and resets the products. */
    void add(float[] gain, float[] alpha, float[] initial, int width) {
        for (int loss = 0; loss < perLoss.size(); loss++) {
            NetworkGradient own = perLoss.get(loss);
            recurrent.get(loss).addTo(own.w());
            addDriven(input.get(loss), own);
            addLanes(gain, loss, width, own.gain());
            addLanes(initial, loss, width, own.h0());
            if (alpha.length > 0) {
                addLanes(alpha, loss, width, own.alpha());
            }
        }
    }

    /** Adds the derivatives of W_in and b; the last input is the bias. */
    private void addDriven(OuterProductSum sums, NetworkGradient own) {
        int channels = network.channels();
        double[] driven = new double[network.size() * (channels + 1)];
        sums.addTo(driven);
        for (int unit = 0; unit < network.size(); unit++) {
            for (int channel = 0; channel < channels; channel++) {
                own.wIn()[unit * channels + channel] += driven[unit * (channels + 1) + channel];
            }
            own.b()[unit] += driven[unit * (channels + 1) + channels];
        }
    }

    private void addLanes(float[] rows, int loss, int width, double[] to) {
        for (int unit = 0; unit < to.length; unit++) {
            int from = (unit * perLoss.size() + loss) * width;
            double sum = 0;
            for (int lane = 0; lane < width; lane++) {
                sum += rows[from + lane];
            }
            to[unit] += sum;
        }
    }

    void add(GradientSums other) {
        for (int loss = 0; loss < perLoss.size(); loss++) {
            perLoss.get(loss).add(other.perLoss.get(loss));
        }
    }

    /**
     * The gradients with respect to the network's numbers, converted from the products with alpha and gain that the
     * recurrence uses.
     */
    List<NetworkGradient> gradients() {
        return perLoss.stream().map(own -> own.throughAlphaAndGain(network)).toList();
    }
}
