package org.dalescope.model.session.format.sorter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dalescope.model.common.HeapMemory;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.format.recording.ReadingNotes;
import org.dalescope.model.session.format.recording.RecordingInputs;
import org.dalescope.model.session.format.recording.SeriesBins;
import org.dalescope.model.session.format.recording.SeriesSampler;
import org.dalescope.model.session.format.recording.TrialWindows;

/**
 * The behaviour series of a sorter's folder, such as eye position or running speed, with times in seconds on the clock
 * of the recording: a table with a column of times, or an npy array with an npy array of times.
 */
final class FolderSeries {
    private static final Pattern TABLE = Pattern.compile("(?i).*(eye|gaze|pupil|wheel|lick|position|pose|velocity|speed"
            + "|running|lever|joystick|hand|cursor|whisk|series|signal).*\\.(csv|tsv)");
    private static final List<String> TIMES = List.of("time", "times", "time_s", "t", "timestamp", "timestamps");
    private static final Pattern ALF_TIMES =
            Pattern.compile("((?:_[A-Za-z0-9]+_)?([A-Za-z0-9]+))\\.(?:timestamps|times)(?:\\..+)?\\.npy");
    private static final List<String> NO_SERIES = List.of("spikes", "clusters", "trials", "templates", "channels");
    private static final Pattern NPY_TIMES = Pattern.compile("(.+)_(?:times|timestamps)\\.npy");
    private static final int MOST_COLUMNS = 8;
    private static final long MOST_NUMBERS = 50_000_000;
    private static final int SAMPLE = 10_000;

    private final Map<String, Found> found = new LinkedHashMap<>();

    /** The files of a series; for a table both are the same file. */
    private record Found(Path times, Path values) {
        boolean isTable() {
            return times.equals(values);
        }
    }

    /** The samples of a series {@code [sample][column]} with the names of their columns. */
    private record Samples(double[] timesS, double[] values, List<String> names) {}

    /**
     * Looks for series.
     *
     * @param files the files of the folder, and of folders above it
     * @param taken files that are the table of trials
     */
    FolderSeries(List<Path> files, List<Path> taken) {
        List<Path> free = files.stream().filter(file -> !taken.contains(file)).toList();
        free.forEach(file -> add(
                file,
                free.stream()
                        .filter(other -> Objects.equals(other.getParent(), file.getParent()))
                        .toList()));
    }

    /** The names of the series. */
    List<String> names() {
        return List.copyOf(found.keySet());
    }

    /** The files that are read. */
    List<Path> files() {
        return found.values().stream()
                .flatMap(one -> Stream.of(one.values(), one.times()))
                .distinct()
                .toList();
    }

    private void add(Path file, List<Path> files) {
        String name = SorterFolder.nameOf(file);
        if (TABLE.matcher(name).matches()) {
            found.putIfAbsent(name, new Found(file, file));
        }
        Matcher alf = ALF_TIMES.matcher(name);
        if (alf.matches() && !NO_SERIES.contains(alf.group(2))) {
            Pattern values = Pattern.compile(Pattern.quote(alf.group(1)) + "\\.(?!times|timestamps).+\\.npy");
            files.stream()
                    .filter(other -> values.matcher(SorterFolder.nameOf(other)).matches())
                    .forEach(other -> found.putIfAbsent(SorterFolder.nameOf(other), new Found(file, other)));
        }
        Matcher npy = NPY_TIMES.matcher(name);
        if (npy.matches()) {
            SorterFolder.named(files, Pattern.quote(npy.group(1) + ".npy"))
                    .ifPresent(other -> found.putIfAbsent(SorterFolder.nameOf(other), new Found(file, other)));
        }
    }

    /**
     * Adds the channels of the series that the mapping names, or of all series.
     *
     * @return the names of the series that became channels
     * @throws InputError if the mapping names a series that there is not
     */
    List<String> add(RecordingMapping mapping, TrialWindows windows, RecordingInputs inputs, ReadingNotes notes) {
        List<String> used = new ArrayList<>();
        for (String name : mapping.series().orElse(names())) {
            Found one = Optional.ofNullable(found.get(name))
                    .orElseThrow(() -> new InputError("The mapping takes an input from '" + name
                            + "', but the folder has no such series: correct \"series\" in the mapping."));
            try {
                Samples samples = read(name, one);
                double[] times = samples.timesS();
                double intervalS = SeriesSampler.intervalS(Arrays.copyOf(times, Math.min(SAMPLE, times.length)));
                SeriesSampler sampler =
                        new SeriesSampler(windows, samples.names().size(), intervalS);
                sampler.add(times, samples.values());
                SeriesBins bins = sampler.bins();
                if (bins.addTo(inputs, name, samples.names(), notes)) {
                    used.add(name);
                }
            } catch (InputError refused) {
                if (mapping.series().isPresent()) {
                    throw new InputError(
                            "The series " + name + " cannot be used as an input: " + refused.sentence()
                                    + " Remove it from \"series\" in the mapping, or repair it.",
                            refused);
                }
                notes.warning(
                        "unreadable-series", "The series " + name + " is not used as an input: " + refused.sentence());
            }
        }
        return used;
    }

    private static Samples read(String name, Found one) {
        return one.isTable() ? table(name, one.values()) : arrays(name, one);
    }

    private static Samples table(String name, Path file) {
        TextTable table = TextTable.read(file, name);
        String time = table.columns().stream()
                .filter(column -> TIMES.contains(column.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InputError("it has no column of times (" + String.join(", ", TIMES) + ")."));
        List<String> columns = table.columns().stream()
                .filter(column -> !column.equals(time) && table.numbers(column).isPresent())
                .toList();
        if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
            throw new InputError(
                    "it has " + columns.size() + " columns of numbers, but 1 to " + MOST_COLUMNS + " are expected.");
        }
        double[] times = table.numbers(time).orElseThrow(() -> new InputError("its times are not numbers."));
        double[] values = new double[times.length * columns.size()];
        for (int column = 0; column < columns.size(); column++) {
            double[] own = table.numbers(columns.get(column)).orElseThrow();
            for (int row = 0; row < own.length; row++) {
                values[row * columns.size() + column] = own[row];
            }
        }
        String stem = name.replaceFirst("\\.[^.]*$", "");
        List<String> names = columns.stream()
                .map(column -> columns.size() == 1 ? stem : stem + "_" + column)
                .toList();
        return new Samples(times, values, names);
    }

    private static Samples arrays(String name, Found one) {
        NpyNumbers times = NpyNumbers.of(one.times());
        NpyNumbers values = NpyNumbers.of(one.values());
        int[] shape = values.header().shape();
        long columns = times.elements() == 0 ? 0 : values.elements() / times.elements();
        if (times.shape().length > 1
                || shape.length < 1
                || shape[0] != times.elements()
                || columns < 1
                || columns > MOST_COLUMNS
                || values.elements() > MOST_NUMBERS) {
            throw new InputError(one.times() + " has " + times.elements() + " times and " + one.values() + " has "
                    + values.elements() + " numbers: a series needs a time for every row and at most " + MOST_COLUMNS
                    + " columns.");
        }
        HeapMemory.ofThisProgram()
                .require(
                        3.0 * Double.BYTES * (values.elements() + times.elements()),
                        "Reading the series " + one.values(),
                        "move this file out of the folder");
        String plain = name.replaceFirst("\\.npy$", "")
                .replaceFirst("^_[A-Za-z0-9]+_", "")
                .replace('.', '_');
        List<String> names = IntStream.range(0, (int) columns)
                .mapToObj(column -> columns == 1 ? plain : plain + "_" + (column + 1))
                .toList();
        return new Samples(times.rowMajor(), values.rowMajor(), names);
    }
}
