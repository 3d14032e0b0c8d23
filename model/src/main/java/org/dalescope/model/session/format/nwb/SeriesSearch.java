package org.dalescope.model.session.format.nwb;

import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.format.recording.ReadingNotes;

/** Finds the time series of an NWB file that become input channels. */
final class SeriesSearch {
    private static final List<String> ROOTS = List.of("/stimulus/presentation", "/acquisition", "/processing");
    private static final int DEEPEST = 6;
    private static final int MOST_COLUMNS = 8;
    private static final long MOST_SAMPLES = 50_000_000;

    /**
     * The types of recordings from the brain and of films, which are not inputs of a network unless a mapping says so.
     */
    private static final Set<String> NO_INPUTS = Set.of(
            "ElectricalSeries",
            "SpikeEventSeries",
            "ImageSeries",
            "ImageMaskSeries",
            "IndexSeries",
            "OpticalSeries",
            "OnePhotonSeries",
            "TwoPhotonSeries",
            "RoiResponseSeries",
            "DecompositionSeries",
            "PatchClampSeries",
            "CurrentClampSeries",
            "CurrentClampStimulusSeries",
            "VoltageClampSeries",
            "VoltageClampStimulusSeries",
            "IZeroClampSeries",
            "AnnotationSeries",
            "IntervalSeries",
            "FiberPhotometryResponseSeries");

    private final Hdf5Tree tree;
    private final ReadingNotes notes;
    private final List<NwbTimeSeries> found = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();

    private SeriesSearch(Hdf5Tree tree, ReadingNotes notes) {
        this.tree = tree;
        this.notes = notes;
    }

    /** The series that the mapping names, or all series whose type can be an input. */
    static List<NwbTimeSeries> of(Hdf5Tree tree, RecordingMapping mapping, ReadingNotes notes) {
        if (mapping.series().isPresent()) {
            return mapping.series().get().stream()
                    .map(path -> tree.group(path)
                            .flatMap(group -> NwbTimeSeries.of(tree, group, path))
                            .filter(series -> Hdf5DatasetValues.isNumeric(series.data()))
                            .orElseThrow(() -> new InputError("The mapping takes an input from '" + path
                                    + "', but the file has no readable series of numbers there: correct \"series\" in"
                                    + " the mapping.")))
                    .toList();
        }
        return search(tree, notes).inputs();
    }

    /** Paths of all series of numbers, which a mapping may name. */
    static List<String> paths(Hdf5Tree tree, ReadingNotes notes) {
        return search(tree, notes).found.stream()
                .filter(series -> Hdf5DatasetValues.isNumeric(series.data()))
                .map(NwbTimeSeries::path)
                .toList();
    }

    private static SeriesSearch search(Hdf5Tree tree, ReadingNotes notes) {
        SeriesSearch search = new SeriesSearch(tree, notes);
        ROOTS.forEach(root -> tree.group(root).ifPresent(group -> search.walk(group, root, 0)));
        return search;
    }

    private void walk(Group group, String path, int depth) {
        if (depth > DEEPEST || !seen.add(group.getAddress())) {
            return;
        }
        Optional<NwbTimeSeries> series = read(group, path);
        if (series.isPresent()) {
            found.add(series.get());
            return;
        }
        for (Map.Entry<String, Node> child : tree.children(group).entrySet()) {
            if (child.getValue() instanceof Group inner) {
                walk(inner, path + "/" + child.getKey(), depth + 1);
            }
        }
    }

    private Optional<NwbTimeSeries> read(Group group, String path) {
        try {
            return NwbTimeSeries.of(tree, group, path);
        } catch (RuntimeException e) {
            notes.warning("unreadable-series", "The series " + path + " cannot be read and is left out.");
            return Optional.empty();
        }
    }

    private List<NwbTimeSeries> inputs() {
        List<NwbTimeSeries> inputs = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (NwbTimeSeries series : found) {
            boolean fits = !NO_INPUTS.contains(series.type())
                    && Hdf5DatasetValues.isNumeric(series.data())
                    && series.data().getDimensionsAsLong().length <= 2
                    && series.columns() <= MOST_COLUMNS
                    && series.samples() > 0
                    && series.samples() <= MOST_SAMPLES;
            if (fits) {
                inputs.add(series);
            } else {
                left.add(series.path());
            }
        }
        if (!left.isEmpty()) {
            notes.notice(
                    "series-left-out",
                    "These series are not used as inputs: " + ReadingNotes.list(left)
                            + ". Recordings from the brain, films, and series with more than " + MOST_COLUMNS
                            + " columns become inputs only if a mapping names them (\"series\").");
        }
        return inputs;
    }
}
