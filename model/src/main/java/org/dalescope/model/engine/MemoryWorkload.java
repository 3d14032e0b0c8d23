package org.dalescope.model.engine;

/**
 * The properties of a training step that determine the memory of an engine.
 *
 * @param groups number of PSTHs that are averaged
 * @param losses number of losses whose gradients are computed together
 * @param population whether the mean over neurons of every trial and bin is computed
 * @param targets number of targets of the read-out
 * @param noisy whether process noise is drawn
 * @param driven whether the inputs receive noise or an embedding and are therefore copied
 */
public record MemoryWorkload(
        Workload size, int groups, int losses, boolean population, int targets, boolean noisy, boolean driven) {

    public long rows() {
        return (long) size.trials() * size.bins();
    }

    /** The bytes of the statistics and of every loss's derivatives with respect to them. */
    public long statistics() {
        long psths = (long) groups * size.bins() * size.recorded();
        long perTrial = rows() * ((population ? 1 : 0) + targets);
        return (1L + losses) * Double.BYTES * (psths + perTrial);
    }

    /** The bytes of one set of PSTHs in double precision, which every task sums up. */
    public long psths() {
        return (long) Double.BYTES * groups * size.bins() * size.recorded();
    }

    /** The bytes of copied inputs and, with an embedding, of the derivatives with respect to them. */
    public long drive() {
        return driven ? (1L + losses) * Float.BYTES * rows() * size.channels() : 0;
    }
}
