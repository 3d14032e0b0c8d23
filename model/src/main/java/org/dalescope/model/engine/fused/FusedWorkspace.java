package org.dalescope.model.engine.fused;

/**
 * What the fused engine keeps between its passes: softplus(x) of all bins where that is little, the states at every
 * {@code segment}-th bin otherwise.
 *
 * @param bytes of what is kept
 */
public record FusedWorkspace(boolean checkpointed, int segment, long bytes) {

    /**
     * A plan; checkpoints take half of what may be kept.
     *
     * @param perBin bytes of one bin of all trials
     * @param most bytes that may be kept
     */
    static FusedWorkspace of(long perBin, int bins, long most) {
        if (perBin * bins <= most) {
            return new FusedWorkspace(false, bins, perBin * bins);
        }
        long needed = (2 * perBin * bins + most - 1) / most;
        long chunks = (needed + BlockAdjoint.CHUNK - 1) / BlockAdjoint.CHUNK;
        int segment = (int) Math.min(bins, chunks * BlockAdjoint.CHUNK);
        return new FusedWorkspace(true, segment, perBin * Math.ceilDiv(bins, segment));
    }
}
