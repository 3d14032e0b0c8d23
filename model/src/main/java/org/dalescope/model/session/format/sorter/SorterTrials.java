package org.dalescope.model.session.format.sorter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.UserError;
import org.dalescope.model.session.format.FileSignature;
import org.dalescope.model.session.format.container.Container;
import org.dalescope.model.session.format.container.ContainerFiles;
import org.dalescope.model.session.format.container.ContainerVariables;
import org.dalescope.model.session.format.container.Variable;
import org.dalescope.model.session.format.recording.DataTable;
import org.dalescope.model.session.format.recording.ReadingNotes;
import org.dalescope.model.session.format.recording.TableColumn;

/**
 * Finds the table of trials that belongs to a sorter's folder: a CSV or TSV file, a .mat or npz file, or npy arrays of
 * equal length.
 */
final class SorterTrials {
    /** The name of the table that consists of all npy arrays of one length in the folder. */
    static final String ARRAYS = "*.npy";

    private static final Pattern TABLE = Pattern.compile("(?i).*(trials?|events?|behaviou?r).*\\.(csv|tsv|txt)");
    private static final Pattern CONTAINER = Pattern.compile("(?i).*(trials?|events?|behaviou?r).*\\.(mat|npz)");
    private static final Pattern PARQUET = Pattern.compile("(?i).*trials.*\\.(pqt|parquet)");
    private static final Pattern ALF_TRIALS = Pattern.compile(SorterFolder.alf("trials", "([A-Za-z0-9_]+)"));

    /** The arrays of a sorter, which describe spikes, clusters and channels and never trials. */
    private static final Pattern OF_SORTER = Pattern.compile(
            "(_[A-Za-z0-9]+_)?(spike|cluster|template|channel|pc_|whitening|similar|amplitude|kept_spikes|ops|params"
                    + "|electrode|mean_waveform|waveform|drift\\.|probes\\.).*"
                    + "|_(phy|ibl_log|kilosort).*");

    /** ALF puts the trials into a folder above the probe's, and the sorting into a folder below it. */
    private static final int LEVELS_ABOVE = 2;

    private static final int FEWEST_ROWS = 2;

    private final SorterFolder folder;

    SorterTrials(SorterFolder folder) {
        this.folder = folder;
    }

    /**
     * The tables that could be the trials, by name: files named after trials or events or, if there are none, arrays.
     * The value is the file, or the folder of the arrays.
     */
    Map<String, Path> candidates() {
        Map<String, Path> found = new LinkedHashMap<>();
        for (Path in : places()) {
            for (Pattern kind : List.of(TABLE, CONTAINER)) {
                listed(in).stream()
                        .filter(file -> kind.matcher(SorterFolder.nameOf(file)).matches())
                        .forEach(file -> found.putIfAbsent(nameOf(file), file));
            }
        }
        for (Path in : found.isEmpty() ? places() : List.<Path>of()) {
            if (!arrays(in).isEmpty()) {
                String above = nameOf(in);
                found.putIfAbsent(above.isEmpty() ? ARRAYS : above + "/" + ARRAYS, in);
            }
        }
        return found;
    }

    /** The files of a folder; none if a folder above the sorter's cannot be listed. */
    private List<Path> listed(Path in) {
        try {
            return SorterFolder.files(in);
        } catch (StorageError unreadable) {
            if (in.equals(folder.folder())) {
                throw unreadable;
            }
            return List.of();
        }
    }

    /** The behaviour series beside the trials. */
    FolderSeries series() {
        return new FolderSeries(
                places().stream().flatMap(place -> listed(place).stream()).toList(), files());
    }

    /** Every file that the choice of trials reads, for the hash of a session. */
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        candidates().values().forEach(path -> {
            if (Files.isDirectory(path)) {
                files.addAll(arrays(path).values());
            } else {
                files.add(path);
            }
        });
        return files;
    }

    /** The file that a mapping names, if it is in the folder. */
    Optional<Path> named(Optional<String> wanted) {
        return wanted.filter(name -> !name.endsWith(ARRAYS))
                .flatMap(SorterTrials::path)
                .map(path -> folder.folder().resolve(path))
                .filter(file -> file.normalize().startsWith(folder.folder().normalize()))
                .filter(Files::isRegularFile);
    }

    /**
     * The table of trials that the mapping names, or the only one that there is.
     *
     * @throws InputError if there is none or more than one
     */
    DataTable table(Optional<String> wanted, ReadingNotes notes) {
        if (wanted.isPresent()) {
            Path chosen = chosen(wanted.get());
            boolean inside = wanted.get().endsWith(ARRAYS) || named(wanted).isPresent();
            // A path outside the folder is kept whole, so that the run can be resumed from anywhere.
            return read(inside ? wanted.get() : chosen.toAbsolutePath().toString(), chosen);
        }
        Map<String, Path> found = candidates();
        if (found.isEmpty()) {
            throw new InputError(folder.folder() + " has spikes but no table of trials" + parquet()
                    + ": put a file trials.csv with a line per trial into it (columns such as start_time, stop_time,"
                    + " cue_time in seconds, and labels), or name one with --trials FILE.");
        }
        if (found.size() > 1) {
            throw new InputError(folder.folder() + " has " + found.size() + " files that could be the table of trials ("
                    + ReadingNotes.list(List.copyOf(found.keySet())) + "): name one with --trials FILE, or with"
                    + " \"trials\" in a mapping.");
        }
        Map.Entry<String, Path> only = found.entrySet().iterator().next();
        DataTable table = read(only.getKey(), only.getValue());
        notes.notice(
                "trials-table",
                "The trials are the " + table.rows() + " rows of " + only.getKey()
                        + ": choose another table in the mapping (--trials FILE).");
        return table;
    }

    private String parquet() {
        return places().stream()
                .flatMap(place -> listed(place).stream())
                .filter(file -> PARQUET.matcher(SorterFolder.nameOf(file)).matches())
                .findFirst()
                .map(file -> " that is not Parquet (convert it with " + ParquetAdvice.line(file) + ")")
                .orElse("");
    }

    /** The folder, and for ALF the folders above it. */
    List<Path> places() {
        List<Path> places = new ArrayList<>(List.of(folder.folder()));
        Path above = folder.folder().toAbsolutePath().normalize().getParent();
        for (int level = 0;
                folder.layout() == SorterFolder.Layout.ALF && level < LEVELS_ABOVE && above != null;
                level++) {
            places.add(above);
            above = above.getParent();
        }
        return places;
    }

    private String nameOf(Path file) {
        Path base = folder.folder().toAbsolutePath().normalize();
        return base.relativize(file.toAbsolutePath().normalize()).toString();
    }

    /** A path in a mapping: in the folder, or else as the user's shell sees it. */
    private Path chosen(String wanted) {
        if (wanted.endsWith(ARRAYS)) {
            String above = wanted.substring(0, wanted.length() - ARRAYS.length());
            return path(above).map(folder.folder()::resolve).orElse(folder.folder());
        }
        return named(Optional.of(wanted))
                .or(() -> path(wanted).filter(Files::isRegularFile))
                .orElseThrow(() -> new InputError("There is no table of trials " + wanted + ", neither in "
                        + folder.folder() + " nor here: "
                        + (candidates().isEmpty()
                                ? "check the path."
                                : "choose from "
                                        + ReadingNotes.list(
                                                List.copyOf(candidates().keySet())) + ".")));
    }

    /** A text as a path; empty if no path can look like this. */
    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }

    private DataTable read(String name, Path path) {
        DataTable table = Files.isDirectory(path) ? arrays(name, path) : file(name, path);
        if (table.rows() == 0) {
            throw new InputError(
                    "The table of trials " + path + " has no rows: choose another one with --trials" + " FILE.");
        }
        return withDurations(table);
    }

    private static DataTable file(String name, Path path) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".pqt") || lower.endsWith(".parquet")) {
            throw new InputError(path + " is Parquet, which Dalescope does not read: convert it with "
                    + ParquetAdvice.line(path) + ".");
        }
        FileSignature head = FileSignature.of(path);
        // A text table with three columns is a container too, namely a list of spikes, but not here.
        if (lower.matches(".*\\.(csv|tsv|txt)") || !ContainerFiles.isContainer(path, head.bytes())) {
            return TextTable.read(path, name);
        }
        try (Container container = ContainerFiles.open(path, head.bytes())) {
            ContainerVariables variables = new ContainerVariables(container);
            return columns(name, path, variables, List.copyOf(variables.all().keySet()), SorterTrials::lastPart);
        } catch (IOException e) {
            throw new InputError(path + " is damaged or incomplete: copy or export it again.", e);
        }
    }

    private DataTable arrays(String name, Path in) {
        try (Container container = ContainerFiles.open(in, new byte[0])) {
            ContainerVariables variables = new ContainerVariables(container);
            List<String> names = arrays(in).keySet().stream()
                    .filter(variables.all()::containsKey)
                    .toList();
            return columns(name, in, variables, names, SorterTrials::attribute);
        } catch (IOException e) {
            throw new InputError(in + " cannot be read: check its npy files.", e);
        }
    }

    /**
     * The npy arrays of a folder that can be columns of trials, by the name of the variable. In an ALF folder these are
     * the attributes of trials alone. A pair such as eye.npy and eye_times.npy is a series, unless other arrays have the
     * same length.
     */
    private Map<String, Path> arrays(Path in) {
        List<Path> all = listed(in);
        boolean alf = folder.layout() == SorterFolder.Layout.ALF
                || all.stream()
                        .anyMatch(file ->
                                ALF_TRIALS.matcher(SorterFolder.nameOf(file)).matches());
        List<Path> wanted = all.stream()
                .filter(file -> {
                    String name = SorterFolder.nameOf(file);
                    return alf
                            ? ALF_TRIALS.matcher(name).matches()
                            : name.endsWith(".npy") && !OF_SORTER.matcher(name).matches();
                })
                .toList();
        Map<String, Path> arrays = new LinkedHashMap<>();
        for (Path file : wanted) {
            if (alf || !isOfSeries(file, wanted)) {
                String name = SorterFolder.nameOf(file);
                arrays.put(name.substring(0, name.length() - ".npy".length()), file);
            }
        }
        return arrays;
    }

    /** Whether an array is a series or its times, and no array beside the two has as many rows. */
    private static boolean isOfSeries(Path file, List<Path> all) {
        String stem = SorterFolder.nameOf(file).replaceFirst("(_times|_timestamps)?\\.npy$", "");
        Optional<Path> values = SorterFolder.named(all, Pattern.quote(stem + ".npy"));
        Optional<Path> times = SorterFolder.named(all, Pattern.quote(stem) + "_(times|timestamps)\\.npy");
        if (values.isEmpty() || times.isEmpty()) {
            return false;
        }
        int rows = rows(values.get());
        return all.stream()
                .filter(other -> !other.equals(values.get()) && !other.equals(times.get()))
                .noneMatch(other -> rows(other) == rows);
    }

    /** The length of an array's first axis; -1 if it cannot be read as numbers. */
    private static int rows(Path file) {
        try {
            int[] shape = NpyNumbers.of(file).header().shape();
            return shape.length == 0 ? 1 : shape[0];
        } catch (UserError unreadable) {
            return -1;
        }
    }

    /** The vectors of the most frequent length, and the columns of narrow matrices of that many rows. */
    private static DataTable columns(
            String name, Path path, ContainerVariables variables, List<String> names, UnaryOperator<String> plain) {
        List<Variable> stored = variables.all().values().stream()
                .filter(variable -> names.contains(variable.name()))
                .toList();
        Map<Integer, Integer> lengths = new LinkedHashMap<>();
        stored.forEach(variable -> rows(variable).ifPresent(rows -> lengths.merge(rows, 1, Integer::sum)));
        int rows = lengths.entrySet().stream()
                .filter(e -> e.getKey() >= FEWEST_ROWS)
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new InputError(path
                        + " has no vectors of equal length that could be columns of a table of trials: choose another"
                        + " file with --trials FILE."));
        Map<String, TableColumn> columns = new LinkedHashMap<>();
        for (Variable variable : stored) {
            if (rows(variable).filter(length -> length == rows).isPresent()) {
                add(plain.apply(variable.name()), variable, rows, variables, columns);
            }
        }
        return new ColumnTable(name, rows, columns);
    }

    private static Optional<Integer> rows(Variable variable) {
        int[] shape =
                Arrays.stream(variable.shape()).filter(length -> length != 1).toArray();
        boolean readable = !(variable instanceof Variable.Unreadable) && !(variable instanceof Variable.Struct);
        boolean interval = shape.length == 2 && shape[1] == 2 && variable instanceof Variable.Numeric;
        return readable && (shape.length == 1 || interval) ? Optional.of(shape[0]) : Optional.empty();
    }

    private static void add(
            String name, Variable stored, int rows, ContainerVariables variables, Map<String, TableColumn> columns) {
        if (stored instanceof Variable.Numeric numeric && numeric.size() == 2 * rows) {
            double[] values = numeric.values().get();
            for (int column = 0; column < 2; column++) {
                double[] own = new double[rows];
                for (int row = 0; row < rows; row++) {
                    own[row] = values[numeric.columnMajor() ? column * rows + row : 2 * row + column];
                }
                columns.put(name + "_" + column, new TableColumn.Numbers(own));
            }
            return;
        }
        columns.put(
                name,
                stored instanceof Variable.Numeric numeric
                        ? new TableColumn.Numbers(numeric.values().get())
                        : TextTable.column(variables.words(stored.name(), "a column of the trials").stream()
                                .toArray(String[]::new)));
    }

    /** The attribute of an ALF name; any other name as it is. */
    private static String attribute(String variable) {
        Matcher alf = ALF_TRIALS.matcher(variable + ".npy");
        return alf.matches() ? alf.group(2) : variable;
    }

    /** The last part of a path of fields. */
    private static String lastPart(String variable) {
        return variable.substring(variable.lastIndexOf('.') + 1);
    }

    /** Adds the end of events with onset and duration (BIDS). */
    private static DataTable withDurations(DataTable table) {
        Optional<double[]> onset = table.numbers("onset");
        Optional<double[]> duration = table.numbers("duration");
        if (onset.isEmpty() || duration.isEmpty() || table.has("stop_time")) {
            return table;
        }
        double[] stop = new double[table.rows()];
        Arrays.setAll(stop, row -> onset.get()[row] + duration.get()[row]);
        Map<String, TableColumn> columns = new LinkedHashMap<>();
        table.columns().stream()
                .filter(name -> !name.equals("duration"))
                .forEach(name -> columns.put(name, table.column(name).orElseThrow()));
        columns.put("stop_time", new TableColumn.Numbers(stop));
        return new ColumnTable(table.path(), table.rows(), columns);
    }
}
