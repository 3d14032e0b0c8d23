package org.dalescope.model.engine;

import java.util.Arrays;
import org.dalescope.model.engine.BlockPlan.Block;
import org.dalescope.model.engine.Wanted.ByInputs;
import org.dalescope.model.kernel.FloatLanes;
import org.dalescope.model.kernel.MatrixTiles;
import org.dalescope.model.kernel.Strips;

/** One block's share of {@link InputGradients}: a product with W_in turned over per bin, then trials apart. */
final class BlockInputGradients {
    private final InputGradients gradients;
    private final MatrixTiles inputsFromUnits;
    private final Block block;
    private final int units;
    private final int losses;
    private final Strips room;
    private final float[] product;

    BlockInputGradients(ByInputs wanted, Block block) {
        this.gradients = wanted.gradients();
        this.inputsFromUnits = wanted.inputsFromUnits();
        this.block = block;
        this.units = inputsFromUnits.columns();
        this.losses = gradients.perLoss().size();
        int wide = losses * block.width();
        this.room = Strips.of(units, wide);
        this.product = new float[FloatLanes.paddedRows(gradients.channels()) * wide];
    }

    /** The derivatives by the inputs of a bin, given lambda {@code [unit][loss][lane]} of the bin after. */
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
