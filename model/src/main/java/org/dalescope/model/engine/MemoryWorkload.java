package org.dalescope.model.engine;

/**
 * What a step asks of an engine, as far as its memory depends on it.
 *
 * @param groups PSTHs that are averaged
 * @param losses that go back through time side by side
 * @param population whether the mean over neurons of every trial and bin is wanted
 * @param targets of the read-out
 * @param noisy whether process noise is drawn
 * @param driven whether the inputs get noise or an embedding, and so are copied
 */
public record MemoryWorkload(
        Workload size, int groups, int losses, boolean population, int targets, boolean noisy, boolean driven) {

    public long rows() {
        return (long) size.trials() * size.bins();
    }

    /** Bytes of the statistics and of every loss's derivatives by them. */
    public long statistics() {
        long psths = (long) groups * size.bins() * size.recorded();
        long perTrial = rows() * ((population ? 1 : 0) + targets);
        return (1L + losses) * Double.BYTES * (psths + perTrial);
    }

    /** Bytes of one set of PSTHs in double precision, as each task sums them up. */
    public long psths() {
        return (long) Double.BYTES * groups * size.bins() * size.recorded();
    }

    /** Bytes of inputs that are copied, and with an embedding of the derivatives by them. */
    public long drive() {
        return driven ? (1L + losses) * Float.BYTES * rows() * size.channels() : 0;
    }
}
