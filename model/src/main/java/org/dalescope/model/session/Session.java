package org.dalescope.model.session;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dalescope.model.common.InputError;

/**
 * A recorded session: rates, inputs, valid bins, neurons, trials and factors.
 *
 * @param trialIds names of the trials in file order; zero-based positions unless the file names its trials
 * @param durationMs length of every trial, counted as {@link MaskOrigin} says
 * @param rates sp/s, {@code [trial][bin][neuron]}, neuron fastest
 * @param inputs {@code [trial][bin][channel]}, channel fastest
 * @param observed the bins in which the neurons were recorded; the other bins hold no data and are never valid
 */
public record Session(
        String name,
        SessionSource source,
        TimeAxis time,
        List<Neuron> neurons,
        List<Channel> channels,
        List<Factor> factors,
        int[] trialIds,
        double[] durationMs,
        float[] rates,
        float[] inputs,
        Mask observed) {

    /** A session in which every bin was recorded. */
    public Session(
            String name,
            SessionSource source,
            TimeAxis time,
            List<Neuron> neurons,
            List<Channel> channels,
            List<Factor> factors,
            int[] trialIds,
            double[] durationMs,
            float[] rates,
            float[] inputs) {
        this(
                name,
                source,
                time,
                neurons,
                channels,
                factors,
                trialIds,
                durationMs,
                rates,
                inputs,
                Mask.all(trialIds.length, time.bins()));
    }

    public int trials() {
        return trialIds.length;
    }

    public int bins() {
        return time.bins();
    }

    public float rate(int trial, int bin, int neuron) {
        return rates[(trial * bins() + bin) * neurons.size() + neuron];
    }

    public float input(int trial, int bin, int channel) {
        return inputs[(trial * bins() + bin) * channels.size() + channel];
    }

    public int count(NeuronType type) {
        return (int) neurons.stream().filter(neuron -> neuron.type() == type).count();
    }

    /** The valid bins of every trial under a convention: recorded, and before the trial's end. */
    public Mask mask(MaskOrigin origin) {
        boolean[] valid = new boolean[trials() * bins()];
        double before = origin == MaskOrigin.TIME_ZERO ? Math.max(0, -time.startMs()) : 0;
        for (int trial = 0; trial < trials(); trial++) {
            int end = (int) Math.clamp((durationMs[trial] + before) / time.binMs(), 0, bins());
            for (int bin = 0; bin < end; bin++) {
                valid[trial * bins() + bin] = observed.isValid(trial, bin);
            }
        }
        return new Mask(trials(), bins(), valid);
    }

    /** The first bin of a trial in which one of these input channels is not 0; -1 if none ever is. */
    public int onset(int trial, int[] inputChannels) {
        for (int bin = 0; bin < bins(); bin++) {
            for (int channel : inputChannels) {
                if (input(trial, bin, channel) != 0) {
                    return bin;
                }
            }
        }
        return -1;
    }

    /** Mean rate of a neuron over the valid bins, sp/s. */
    public double meanRate(int neuron, Mask mask) {
        double sum = 0;
        int count = 0;
        for (int trial = 0; trial < trials(); trial++) {
            for (int bin = 0; bin < bins(); bin++) {
                if (mask.isValid(trial, bin)) {
                    sum += rate(trial, bin, neuron);
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** The brain areas with their numbers of neurons, such as "ACC x 11, SC x 30"; empty if no neuron has an area. */
    public String areaWords() {
        return neurons.stream()
                .map(Neuron::area)
                .filter(area -> !area.isEmpty())
                .collect(Collectors.groupingBy(area -> area, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(area -> area.getKey() + " x " + area.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The session with other input channels. */
    public Session withInputs(List<Channel> others, float[] otherInputs) {
        return new Session(
                name,
                source,
                time,
                neurons,
                List.copyOf(others),
                factors,
                trialIds,
                durationMs,
                rates,
                otherInputs,
                observed);
    }

    /** A copy of the inputs with more channels after the session's own, which are 0. */
    public float[] widenedInputs(int more) {
        int own = channels.size();
        float[] widened = new float[trials() * bins() * (own + more)];
        for (int row = 0; row < trials() * bins(); row++) {
            System.arraycopy(inputs, row * own, widened, row * (own + more), own);
        }
        return widened;
    }

    /** Position of every trial id. */
    public Map<Integer, Integer> positions() {
        Map<Integer, Integer> positions = new HashMap<>();
        for (int i = 0; i < trialIds.length; i++) {
            positions.put(trialIds[i], i);
        }
        return positions;
    }

    /**
     * The positions of the trials with these ids.
     *
     * @throws InputError if the session does not have one of the trials, with the first such trial
     */
    public int[] positions(int[] ids) {
        int[] positions = new int[ids.length];
        // The ids mostly ascend: then no table is needed. Every training step calls this method.
        boolean ascending = true;
        for (int i = 1; i < trialIds.length && ascending; i++) {
            ascending = trialIds[i - 1] < trialIds[i];
        }
        Map<Integer, Integer> table = ascending ? Map.of() : positions();
        for (int i = 0; i < ids.length; i++) {
            int position = ascending ? Arrays.binarySearch(trialIds, ids[i]) : table.getOrDefault(ids[i], -1);
            if (position < 0) {
                throw new InputError("Session " + name + " has no trial " + ids[i] + ": check that the split belongs to"
                        + " the session.");
            }
            positions[i] = position;
        }
        return positions;
    }

    /** Whether a trial ended before its first whole bin, under any mask convention. */
    public boolean isAborted(int trial) {
        return durationMs[trial] < time.binMs();
    }

    /** The factor with this name, if there is one. */
    public Optional<Factor> factor(String factorName) {
        return factors.stream().filter(f -> f.name().equals(factorName)).findFirst();
    }
}
