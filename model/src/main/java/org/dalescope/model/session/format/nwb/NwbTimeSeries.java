package org.dalescope.model.session.format.nwb;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.util.Optional;

/**
 * An NWB TimeSeries: samples with their times.
 *
 * @param path the path of its group in the file
 * @param type its neurodata_type
 * @param timestamps times in seconds, one per row of the data; absent if a rate is given
 * @param startS time of the first sample, if a rate is given
 * @param rateHz samples per second, if given
 * @param conversion the factor that stored values are multiplied by
 * @param offset the value that is then added
 */
record NwbTimeSeries(
        String path,
        String type,
        Dataset data,
        Optional<Dataset> timestamps,
        double startS,
        double rateHz,
        double conversion,
        double offset) {
    /** The time series of a group; empty if the group is not one. */
    static Optional<NwbTimeSeries> of(Hdf5Tree tree, Group group, String path) {
        Optional<Dataset> data = tree.dataset(group, "data");
        Optional<Dataset> timestamps = tree.dataset(group, "timestamps");
        Optional<Dataset> start = tree.dataset(group, "starting_time");
        if (data.isEmpty() || (timestamps.isEmpty() && start.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new NwbTimeSeries(
                path,
                Hdf5Tree.text(group, "neurodata_type").orElse("TimeSeries"),
                data.get(),
                timestamps,
                timestamps.isPresent() ? 0 : first(Hdf5DatasetValues.numbers(start.orElseThrow())),
                timestamps.isPresent()
                        ? 0
                        : Hdf5Tree.number(start.orElseThrow(), "rate").orElse(0.0),
                Hdf5Tree.number(data.get(), "conversion").orElse(1.0),
                Hdf5Tree.number(data.get(), "offset").orElse(0.0)));
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Name of the group that contains it. */
    String container() {
        String parent = path.substring(0, path.lastIndexOf('/'));
        return parent.substring(parent.lastIndexOf('/') + 1);
    }

    boolean isStimulus() {
        return path.startsWith("/stimulus/presentation/");
    }

    long samples() {
        long[] shape = data.getDimensionsAsLong();
        return shape.length == 0 ? 0 : shape[0];
    }

    int columns() {
        long[] shape = data.getDimensionsAsLong();
        return shape.length == 2 ? (int) shape[1] : 1;
    }

    private static double first(double[] values) {
        return values.length == 0 ? 0 : values[0];
    }
}
