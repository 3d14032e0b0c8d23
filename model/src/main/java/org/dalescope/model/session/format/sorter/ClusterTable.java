package org.dalescope.model.session.format.sorter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.format.recording.CellTypeColumn;
import org.dalescope.model.session.format.recording.DataTable;
import org.dalescope.model.session.format.recording.MeanWaveform;
import org.dalescope.model.session.format.recording.ReadingNotes;
import org.dalescope.model.session.format.recording.TableColumn;
import org.jspecify.annotations.Nullable;

/** Makes the table of units of a sorter's folder: a row per cluster, with everything that its files say about it. */
final class ClusterTable {
    static final String ID = "cluster_id";
    static final String QUALITY = "quality";

    /** Columns of numbers that describe single clusters, not kinds of clusters. */
    static final Set<String> MEASURES = Set.of(ID, "n_spikes", "channel", "depth_um", CellTypeColumn.TROUGH_TO_PEAK_MS);

    /** Files of phy with a label per cluster, in the order in which they are trusted. */
    private static final List<String> LABELS =
            List.of("cluster_group.tsv", "cluster_groups.csv", "cluster_KSLabel.tsv", "cluster_info.tsv");

    private static final List<String> LABEL_COLUMNS = List.of("group", "KSLabel", "ks_label");
    private static final Set<String> NO_LABEL = Set.of("", "unsorted", "nan");

    /** Columns of cluster_info.tsv and clusters.metrics that give the id of a cluster. */
    private static final List<String> ID_COLUMNS = List.of(ID, "id", "clusters");

    private final SorterFolder folder;
    private final int[] ids;
    private final Map<Integer, Integer> rowOf = new TreeMap<>();
    private final Map<String, TableColumn> columns = new LinkedHashMap<>();

    private ClusterTable(SorterFolder folder, Set<Integer> clusters) {
        this.folder = folder;
        this.ids = clusters.stream().mapToInt(Integer::intValue).toArray();
        for (int row = 0; row < ids.length; row++) {
            rowOf.put(ids[row], row);
        }
    }

    /**
     * The table.
     *
     * @param shapes the waveforms of the clusters that have one
     */
    static DataTable of(
            SorterFolder folder, ClusterSpikes spikes, Map<Integer, MeanWaveform> shapes, ReadingNotes notes) {
        ClusterTable table =
                new ClusterTable(folder, new TreeSet<>(spikes.counts().keySet()));
        return table.read(spikes, shapes, notes);
    }

    private DataTable read(ClusterSpikes spikes, Map<Integer, MeanWaveform> shapes, ReadingNotes notes) {
        columns.put(
                ID, new TableColumn.Numbers(Arrays.stream(ids).asDoubleStream().toArray()));
        String[] quality = new String[ids.length];
        Arrays.fill(quality, "");
        switch (folder.layout()) {
            case PHY -> phy(quality);
            case ALF -> alf(quality, notes);
        }
        if (Arrays.stream(quality).anyMatch(word -> !word.isEmpty())) {
            columns.put(QUALITY, new TableColumn.Words(quality));
        }
        columns.put(
                "n_spikes",
                new TableColumn.Numbers(Arrays.stream(ids)
                        .mapToDouble(id -> spikes.counts().getOrDefault(id, 0L))
                        .toArray()));
        if (!shapes.isEmpty()) {
            columns.put(CellTypeColumn.TROUGH_TO_PEAK_MS, numbers(id -> Optional.ofNullable(shapes.get(id))
                    .map(MeanWaveform::troughToPeakMs)));
            columns.putIfAbsent("channel", numbers(id -> Optional.ofNullable(shapes.get(id))
                    .map(shape -> (double) shape.channel())));
            depths(shapes);
        }
        return new ColumnTable(nameOf(folder.folder()), ids.length, columns);
    }

    private static String nameOf(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    private TableColumn numbers(IntFunction<Optional<Double>> value) {
        return new TableColumn.Numbers(Arrays.stream(ids)
                .mapToDouble(id -> value.apply(id).orElse(Double.NaN))
                .toArray());
    }

    /** Depth of the channel with the largest waveform, in the units of channel_positions.npy (micrometres). */
    private void depths(Map<Integer, MeanWaveform> shapes) {
        Optional<NpyNumbers> positions = folder.file("channel_positions.npy")
                .map(NpyNumbers::of)
                .filter(file ->
                        file.header().shape().length == 2 && file.header().shape()[1] == 2);
        if (positions.isEmpty()) {
            return;
        }
        double[] xy = positions.get().rowMajor();
        columns.putIfAbsent("depth_um", numbers(id -> Optional.ofNullable(shapes.get(id))
                .map(MeanWaveform::channel)
                .filter(channel -> 2 * channel + 1 < xy.length)
                .map(channel -> xy[2 * channel + 1])));
    }

    private void phy(String[] quality) {
        Map<String, DataTable> tables = new TreeMap<>();
        for (Path file : folder.files()) {
            String name = SorterFolder.nameOf(file);
            if (name.matches("cluster_.+\\.tsv") || LABELS.contains(name)) {
                tables.put(name, TextTable.read(file, name));
            }
        }
        for (String name : LABELS) {
            Optional.ofNullable(tables.get(name))
                    .ifPresent(labels -> LABEL_COLUMNS.forEach(
                            column -> labels.column(column).ifPresent(words -> label(labels, words, quality))));
        }
        tables.keySet().removeAll(LABELS.subList(0, LABELS.size() - 1));
        tables.values().forEach(table -> join(table, LABEL_COLUMNS));
    }

    /** The row of a cluster; null if there is no such cluster. */
    private @Nullable Integer row(double id) {
        return id == Math.rint(id) ? rowOf.get((int) id) : null;
    }

    /** Fills the labels that no file trusted more has given. */
    private void label(DataTable labels, TableColumn words, String[] quality) {
        double[] clusters = idsOf(labels).orElse(new double[0]);
        for (int row = 0; row < clusters.length; row++) {
            Integer at = row(clusters[row]);
            String word = words.word(row).toLowerCase(Locale.ROOT);
            if (at != null && quality[at].isEmpty() && !NO_LABEL.contains(word)) {
                quality[at] = word;
            }
        }
    }

    private static Optional<double[]> idsOf(DataTable table) {
        return ID_COLUMNS.stream().flatMap(name -> table.numbers(name).stream()).findFirst();
    }

    /** Adds the columns of a table with a row for some of the clusters. */
    private void join(DataTable table, List<String> without) {
        Optional<double[]> clusters = idsOf(table);
        if (clusters.isEmpty()) {
            return;
        }
        for (String name : table.columns()) {
            if (ID_COLUMNS.contains(name) || without.contains(name) || columns.containsKey(name)) {
                continue;
            }
            TableColumn column = table.column(name).orElseThrow();
            String[] words = new String[ids.length];
            Arrays.fill(words, "");
            for (int row = 0; row < clusters.get().length; row++) {
                Integer at = row(clusters.get()[row]);
                if (at != null) {
                    words[at] = column.word(row);
                }
            }
            columns.put(name, TextTable.column(words));
        }
    }

    /** ALF: attributes of the object "clusters", one number per cluster id, and a table of metrics. */
    private void alf(String[] quality, ReadingNotes notes) {
        for (Path file : folder.files()) {
            String name = SorterFolder.nameOf(file);
            if (name.matches("(_[A-Za-z0-9]+_)?clusters\\.metrics(\\..+)?\\.csv")) {
                DataTable metrics = TextTable.read(file, name);
                join(metrics, List.of("label"));
                metrics.column("label").ifPresent(label -> passed(metrics, label, quality));
            } else if (name.matches(SorterFolder.alf("clusters", "[A-Za-z0-9_]+"))) {
                attribute(file, name.replaceFirst(".*clusters\\.", "").replaceFirst("\\..*", ""));
            } else if (name.matches("(_[A-Za-z0-9]+_)?clusters\\.metrics(\\..+)?\\.(pqt|parquet)")) {
                notes.warning(
                        "parquet-left-out",
                        "The quality of the units is in " + file + ", which is Parquet and is not read, so all units"
                                + " are used: convert it with " + ParquetAdvice.line(file) + ".");
            }
        }
    }

    /** The IBL's label is the share of three criteria that a unit passes: 1 is good. */
    private void passed(DataTable metrics, TableColumn label, String[] quality) {
        double[] clusters = idsOf(metrics).orElse(new double[0]);
        for (int row = 0; row < clusters.length; row++) {
            Integer at = row(clusters[row]);
            if (at != null && label instanceof TableColumn.Numbers numbers) {
                quality[at] = numbers.values()[row] == 1 ? "good" : "fails criteria";
            }
        }
    }

    private void attribute(Path file, String name) {
        NpyNumbers numbers;
        try {
            numbers = NpyNumbers.of(file);
        } catch (InputError noNumbers) {
            return;
        }
        if (numbers.shape().length > 1 || numbers.elements() > 1_000_000) {
            return;
        }
        double[] all = numbers.rowMajor();
        columns.put(
                name.equals("peakToTrough") ? CellTypeColumn.TROUGH_TO_PEAK_MS : name,
                numbers(id -> id < all.length ? Optional.of(all[id]) : Optional.empty()));
    }

    /** The distinct labels of a column with their counts, for a sentence. */
    static List<String> counted(TableColumn column) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int row = 0; row < column.rows(); row++) {
            String word = column.word(row);
            counts.merge(word.isEmpty() ? "without a label" : word, 1, Integer::sum);
        }
        List<String> text = new ArrayList<>();
        counts.forEach((word, count) -> text.add(count + " " + word));
        return text;
    }
}
