package org.dalescope.model.suite.grant;

import java.util.List;

/**
 * The panels of the grant figure for one session.
 *
 * @param session name of the session's folder in the suite
 * @param excitatory recorded E neurons
 * @param inhibitory recorded I neurons
 * @param trials that are used
 * @param sealed trials that no fit has used
 * @param seeds of the fits to all neurons
 * @param window in which rates are averaged
 * @param dale whether the networks keep Dale's law
 * @param inhibition panel B, the recorded E neurons
 * @param learned panel C, units and neurons
 * @param courses panel C, the mean courses
 * @param shares panel D; empty if it is refused
 * @param refusal why panel D has no answer; empty if it has one
 * @param cells panel E, all neurons of known type
 */
public record GrantSession(
        String session,
        String name,
        int excitatory,
        int inhibitory,
        int trials,
        int sealed,
        int seeds,
        String window,
        boolean dale,
        Task task,
        List<InhibitedNeuron> inhibition,
        List<ModulatedUnit> learned,
        Courses courses,
        List<SubspaceShare> shares,
        String refusal,
        List<Cell> cells,
        List<PanelEvidence> evidence) {

    /** Panel A: the mean of every input over trials, divided by the largest size of this mean. */
    public record Task(List<Double> timesMs, List<Input> inputs) {}

    /** The mean course of an input. */
    public record Input(String name, List<Double> mean) {}

    /**
     * A recorded E neuron in the fit to all neurons.
     *
     * @param input mean current from I units over the bins of the average trial, as a positive number, units of x, mean
     *     over seeds
     * @param inputSd standard deviation over seeds
     * @param weight sum of the weights from I units, as a positive number, mean over seeds
     * @param selectivity beyond chance on sealed trials, by factor
     */
    public record InhibitedNeuron(int neuron, double input, double inputSd, double weight, List<Double> selectivity) {}

    /** What the I units of panel C are. */
    public enum Origin {
        /** Recorded interneurons, from their spikes. */
        RECORDED,
        /** The same interneurons in the fit to all neurons. */
        FITTED,
        /** Hidden I units of the fit to E neurons alone. */
        LEARNED
    }

    /**
     * An I neuron or unit on the sealed trials.
     *
     * @param seed of its fit; 0 for a recorded neuron
     * @param number id of the neuron, or number of the unit
     * @param depth of modulation, by factor
     * @param influence mean inhibitory current of the unit into all recorded E neurons, units of x; NaN for a recorded
     *     neuron
     * @param rWithI mean r of its PSTHs with those of recorded I neurons, without itself
     * @param rWithE the same with recorded E neurons
     */
    public record ModulatedUnit(
            Origin origin, long seed, int number, List<Double> depth, double influence, double rWithI, double rWithE) {}

    /** The mean z-scored PSTHs over sealed trials of the recorded interneurons and of the learned I units. */
    public record Courses(List<Double> timesMs, List<Double> recorded, List<Double> learned) {}

    /**
     * The share of a factor's variance in the input-potent directions.
     *
     * @param of {@code data} or {@code networks}
     * @param potent the share; the rest is input-null
     * @param error standard error over trials
     * @param random mean over random subspaces of the same size, with their central 95 % from low to high
     */
    public record SubspaceShare(
            String of,
            String factor,
            int directions,
            double potent,
            double error,
            double random,
            double low,
            double high) {}

    /**
     * A recorded neuron.
     *
     * @param type E or I
     * @param index AUC index over all trials, by factor
     * @param chance mean size of the index by permutation of labels, by factor
     * @param p by permutation of labels, by factor
     */
    public record Cell(int neuron, String type, List<Double> index, List<Double> chance, List<Double> p) {}
}
