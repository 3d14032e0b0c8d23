package org.dalescope.model.session.format.sorter;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.session.format.recording.SpikeCounter;
import org.dalescope.model.session.format.sorter.NpyNumbers.NpyReader;

/**
 * The spikes of a sorter's folder, which are streamed.
 *
 * @param counts spikes of every cluster, by id
 * @param firstTime the smallest stored time
 * @param lastTime the largest stored time
 * @param whole whether the times are whole numbers
 */
record ClusterSpikes(
        NpyNumbers times,
        NpyNumbers clusters,
        Map<Integer, Long> counts,
        double firstTime,
        double lastTime,
        boolean whole) {
    /** A cluster id above this is not one that a sorter writes. */
    private static final int LARGEST_ID = 1_000_000;

    /** Receives every spike in the order of the file. */
    @FunctionalInterface
    private interface Visitor {
        void spike(double time, double cluster);
    }

    /**
     * Reads all spikes once.
     *
     * @throws InputError if the two files do not fit each other, or if an id is not a whole number from 0
     */
    static ClusterSpikes of(SorterFolder folder, Progress watch) {
        NpyNumbers times = NpyNumbers.of(folder.times());
        NpyNumbers clusters = NpyNumbers.of(folder.clusters());
        if (times.elements() != clusters.elements() || times.shape().length > 1 || clusters.shape().length > 1) {
            throw new InputError(folder.times() + " has " + times.elements() + " numbers and " + folder.clusters()
                    + " has " + clusters.elements() + ", but both need one per spike: export the sorting again.");
        }
        if (times.elements() == 0) {
            throw new InputError(folder.times() + " has no spikes: choose another folder.");
        }
        Extent extent = new Extent();
        Counting counting = new Counting(folder);
        visit(times, clusters, watch, (time, cluster) -> {
            extent.add(time);
            counting.add(cluster);
        });
        if (!(extent.last >= extent.first)) {
            throw new InputError(folder.times() + " holds no times that are numbers: export the sorting again.");
        }
        return new ClusterSpikes(
                times, clusters, counting.map(), extent.first, extent.last, times.isInteger() || extent.whole);
    }

    /**
     * Adds the spikes of the clusters that are units.
     *
     * @param unitOf the unit of every cluster id
     */
    void count(Map<Integer, Integer> unitOf, SpikeCounter counter, Progress watch) {
        int[] units = new int
                [counts.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1];
        for (int id = 0; id < units.length; id++) {
            units[id] = Optional.ofNullable(unitOf.get(id)).orElse(-1);
        }
        visit(times, clusters, watch, (time, cluster) -> {
            int unit = units[(int) cluster];
            if (unit >= 0) {
                counter.add(unit, time);
            }
        });
    }

    private static void visit(NpyNumbers times, NpyNumbers clusters, Progress watch, Visitor visitor) {
        try (NpyReader time = new NpyReader(times);
                NpyReader cluster = new NpyReader(clusters)) {
            for (long done = 0; done < times.elements(); done += time.count()) {
                watch.at((double) done / times.elements());
                double[] at = time.next();
                double[] of = cluster.next();
                for (int i = 0; i < time.count(); i++) {
                    visitor.spike(at[i], of[i]);
                }
            }
        }
    }

    /** The smallest and the largest finite time. */
    private static final class Extent {
        private double first = Double.POSITIVE_INFINITY;
        private double last = Double.NEGATIVE_INFINITY;
        private boolean whole = true;

        void add(double time) {
            if (Double.isFinite(time)) {
                first = Math.min(first, time);
                last = Math.max(last, time);
                whole &= time == Math.rint(time);
            }
        }
    }

    /** Counts the spikes of every cluster. */
    private static final class Counting {
        private final SorterFolder folder;
        private long[] counts = new long[1024];

        Counting(SorterFolder folder) {
            this.folder = folder;
        }

        void add(double cluster) {
            if (!(cluster >= 0 && cluster <= LARGEST_ID && cluster == Math.rint(cluster))) {
                throw new InputError(folder.clusters() + " holds " + cluster
                        + ", but the id of a cluster is a whole number from 0: export the sorting again.");
            }
            int id = (int) cluster;
            if (id >= counts.length) {
                counts = Arrays.copyOf(counts, Math.max(id + 1, 2 * counts.length));
            }
            counts[id]++;
        }

        Map<Integer, Long> map() {
            Map<Integer, Long> map = new TreeMap<>();
            for (int id = 0; id < counts.length; id++) {
                if (counts[id] > 0) {
                    map.put(id, counts[id]);
                }
            }
            return map;
        }
    }
}
