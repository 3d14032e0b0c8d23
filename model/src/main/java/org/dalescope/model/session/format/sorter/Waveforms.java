package org.dalescope.model.session.format.sorter;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.common.HeapMemory;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.format.recording.MeanWaveform;
import org.dalescope.model.session.format.sorter.NpyNumbers.NpyReader;

/**
 * The mean waveforms of a Kilosort or phy folder: the template that most spikes of a cluster belong to. Templates are
 * whitened if whitening_mat_inv.npy exists, and are then multiplied by it.
 */
final class Waveforms {
    private final double[] templates;
    private final int samples;
    private final int channels;
    private final double[] unwhitening;

    private Waveforms(double[] templates, int samples, int channels, double[] unwhitening) {
        this.templates = templates;
        this.samples = samples;
        this.channels = channels;
        this.unwhitening = unwhitening;
    }

    /** The shape of every cluster's waveform, by id; empty if the folder has no templates. */
    static Map<Integer, MeanWaveform> of(SorterFolder folder, ClusterSpikes spikes, double rateHz, Progress watch) {
        boolean useful = rateHz > 0 && folder.file("spike_templates.npy").isPresent();
        Optional<Waveforms> waveforms = useful ? read(folder) : Optional.empty();
        if (waveforms.isEmpty()) {
            return Map.of();
        }
        Map<Integer, MeanWaveform> shapes = new HashMap<>();
        templateOf(folder, spikes, waveforms.get().count(), watch)
                .forEach((cluster, template) ->
                        waveforms.get().shape(template, rateHz).ifPresent(shape -> shapes.put(cluster, shape)));
        return shapes;
    }

    private static Optional<Waveforms> read(SorterFolder folder) {
        Optional<NpyNumbers> stored = folder.file("templates.npy").map(NpyNumbers::of);
        if (stored.isEmpty() || stored.get().header().shape().length != 3) {
            return Optional.empty();
        }
        HeapMemory.ofThisProgram()
                .require(
                        2.0 * Double.BYTES * stored.get().elements(),
                        "Reading " + stored.get().file(),
                        "move this file out of the folder and give the cell types in another way");
        int[] shape = stored.get().header().shape();
        double[] inverse = folder.file("whitening_mat_inv.npy")
                .map(NpyNumbers::of)
                .filter(matrix -> Arrays.equals(matrix.header().shape(), new int[] {shape[2], shape[2]}))
                .map(NpyNumbers::rowMajor)
                .orElseGet(() -> new double[0]);
        return Optional.of(new Waveforms(stored.get().rowMajor(), shape[1], shape[2], inverse));
    }

    private int count() {
        return samples * channels == 0 ? 0 : templates.length / (samples * channels);
    }

    /** The template that most spikes of each cluster belong to; clusters can differ from templates after merges. */
    private static Map<Integer, Integer> templateOf(
            SorterFolder folder, ClusterSpikes spikes, int templates, Progress watch) {
        NpyNumbers stored = NpyNumbers.of(folder.folder().resolve("spike_templates.npy"));
        if (stored.elements() != spikes.times().elements()) {
            throw new InputError(stored.file() + " has " + stored.elements() + " numbers for "
                    + spikes.times().elements() + " spikes: export the sorting again.");
        }
        Map<Integer, int[]> counts = new HashMap<>();
        try (NpyReader template = new NpyReader(stored);
                NpyReader cluster = new NpyReader(spikes.clusters())) {
            for (long done = 0; done < stored.elements(); done += template.count()) {
                watch.at((double) done / stored.elements());
                double[] of = template.next();
                double[] in = cluster.next();
                for (int i = 0; i < template.count(); i++) {
                    if (of[i] >= 0 && of[i] < templates) {
                        counts.computeIfAbsent((int) in[i], id -> new int[templates])[(int) of[i]]++;
                    }
                }
            }
        }
        Map<Integer, Integer> most = new HashMap<>();
        counts.forEach((cluster, of) -> most.put(cluster, indexOfLargest(of)));
        return most;
    }

    private static int indexOfLargest(int[] counts) {
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return best;
    }

    /** The shape of a template; empty if it is zero everywhere. */
    private Optional<MeanWaveform> shape(int template, double rateHz) {
        return MeanWaveform.of(waveform(template), channels, rateHz);
    }

    /** A template {@code [sample][channel]}, unwhitened: t_unw = t W^-1. */
    private double[] waveform(int template) {
        int size = samples * channels;
        double[] stored = Arrays.copyOfRange(templates, template * size, (template + 1) * size);
        if (unwhitening.length == 0) {
            return stored;
        }
        double[] waveform = new double[size];
        for (int sample = 0; sample < samples; sample++) {
            for (int from = 0; from < channels; from++) {
                double value = stored[sample * channels + from];
                if (value != 0) {
                    for (int to = 0; to < channels; to++) {
                        waveform[sample * channels + to] += value * unwhitening[from * channels + to];
                    }
                }
            }
        }
        return waveform;
    }
}
