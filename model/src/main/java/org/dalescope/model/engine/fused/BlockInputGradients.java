package org.dalescope.model.engine.fused;

import java.util.Arrays;
import org.dalescope.model.engine.InputGradients;
import org.dalescope.model.engine.RequestedGradients.ByInputs;
import org.dalescope.model.engine.fused.BlockPlan.Block;
import org.dalescope.model.math.simd.StripLayout;
import org.dalescope.model.math.simd.TiledMatrix;
import org.dalescope.model.math.simd.VectorWidth;

/**
 * Computes the {@link InputGradients} of one block of trials of the fused engine: a product with the transpose of W_in
 * per bin, whose lanes are then stored by trial.
 */
final class BlockInputGradients {
    private final InputGradients gradients;
    private final TiledMatrix inputsFromUnits;
    private final Block block;
    private final int units;
    private final int losses;
    private final StripLayout room;
    private final float[] product;

    BlockInputGradients(ByInputs wanted, Block block) {
        this.gradients = wanted.gradients();
        this.inputsFromUnits = wanted.inputsFromUnits();
        this.block = block;
        this.units = inputsFromUnits.columns();
        this.losses = gradients.perLoss().size();
        int wide = losses * block.width();
        this.room = StripLayout.of(units, wide);
        this.product = new float[VectorWidth.paddedRows(gradients.channels()) * wide];
    }

    /**
     * Stores the derivatives with respect to the inputs of a bin, given lambda {@code [unit][loss][lane]} of the next
     * bin.
     */
    void put(int bin, float[] lambda, int later) {
        room.put(lambda, later, units, 0);
        Arrays.fill(product, 0);
        inputsFromUnits.addProduct(room, product, 0);
        int channels = gradients.channels();
        int wide = losses * block.width();
        for (int loss = 0; loss < losses; loss++) {
            float[] to = gradients.perLoss().get(loss);
            for (int lane = 0; lane < block.trials(); lane++) {
                int at = gradients.at(block.from() + lane, bin);
                int from = loss * block.width() + lane;
                for (int channel = 0; channel < channels; channel++) {
                    to[at + channel] = product[from + channel * wide];
                }
            }
        }
    }
}
