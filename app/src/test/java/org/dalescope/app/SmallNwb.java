package org.dalescope.app;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.nio.file.Path;
import java.util.Arrays;

/** An NWB file of two units and trials of 2 s, one every 2.5 s. */
public final class SmallNwb {
    private SmallNwb() {}

    /**
     * Writes it.
     *
     * @param spikes of both units, one after the other
     * @param first how many of them are the first unit's
     */
    public static void write(Path file, double[] spikes, int first, int trials) {
        double[] start = new double[trials];
        double[] stop = new double[trials];
        Arrays.setAll(start, i -> 1.05 + 2.5 * i);
        Arrays.setAll(stop, i -> start[i] + 2);
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putAttribute("nwb_version", "2.5.0");
            var units = hdf.putGroup("units");
            units.putDataset("spike_times", spikes);
            units.putDataset("spike_times_index", new int[] {first, spikes.length});
            units.putDataset("id", new int[] {7, 9});
            var table = hdf.putGroup("intervals").putGroup("trials");
            table.putDataset("start_time", start);
            table.putDataset("stop_time", stop);
        }
    }
}
