package org.dalescope.model.engine.fused;

/**
 * The plan of the data that the fused engine keeps between its passes: softplus(x) of all bins if that is small,
 * otherwise the states at every {@code segment}-th bin.
 *
 * @param bytes size of the data that are kept
 */
public record FusedWorkspace(boolean checkpointed, int segment, long bytes) {

    /**
     * A plan within a limit; checkpoints use half of the limit.
     *
     * @param perBin the bytes of one bin of all trials
     * @param most the most bytes that may be kept
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
