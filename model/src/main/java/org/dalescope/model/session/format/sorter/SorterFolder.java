package org.dalescope.model.session.format.sorter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dalescope.model.common.DecimalParser;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;

/**
 * The files of a spike sorter's folder that Dalescope uses.
 *
 * @param folder the folder
 * @param layout the naming of its files
 * @param times one number per spike: its time in samples or in seconds
 * @param clusters one number per spike: the id of its cluster
 */
record SorterFolder(Path folder, Layout layout, Path times, Path clusters) {
    private static final Pattern SAMPLE_RATE = Pattern.compile("\\s*sample_rate\\s*=\\s*([0-9][0-9.eE+_]*).*");
    private static final long LONGEST_PARAMETERS = 1 << 20;

    /** The naming of the files in a folder. */
    enum Layout {
        /** Kilosort and phy: spike_times.npy, spike_clusters.npy. */
        PHY("Kilosort / phy folder"),
        /** ALF: spikes.times.npy, spikes.clusters.npy, with a namespace before and a part after, if given. */
        ALF("ALF folder");

        private final String format;

        Layout(String format) {
            this.format = format;
        }

        /** The name of the format for display. */
        String format() {
            return format;
        }
    }

    /** The sorter's files in a folder; empty if it is not the folder of a sorter. */
    static Optional<SorterFolder> of(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Path> files = files(folder);
        Optional<Path> times = named(files, "spike_times\\.npy");
        Optional<Path> clusters = named(files, "spike_clusters\\.npy").or(() -> named(files, "spike_templates\\.npy"));
        if (times.isPresent() && clusters.isPresent()) {
            return Optional.of(new SorterFolder(folder, Layout.PHY, times.get(), clusters.get()));
        }
        Optional<Path> alfTimes = named(files, alf("spikes", "times"));
        Optional<Path> alfClusters = named(files, alf("spikes", "clusters"));
        if (alfTimes.isPresent() && alfClusters.isPresent()) {
            return Optional.of(new SorterFolder(folder, Layout.ALF, alfTimes.get(), alfClusters.get()));
        }
        return Optional.empty();
    }

    /** A pattern of the names of an ALF file, such as {@code _ibl_trials.intervals.1234.npy}. */
    static String alf(String object, String attribute) {
        return "(_[A-Za-z0-9]+_)?" + object + "\\." + attribute + "(\\..+)?\\.npy";
    }

    /** The regular files of a folder by name. */
    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new StorageError(folder + " cannot be listed: check its permissions.", e);
        }
    }

    /** The first file whose whole name matches a pattern. */
    static Optional<Path> named(List<Path> files, String pattern) {
        Pattern name = Pattern.compile(pattern);
        return files.stream()
                .filter(file -> name.matcher(nameOf(file)).matches())
                .findFirst();
    }

    static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** A file of the folder with this name. */
    Optional<Path> file(String name) {
        return Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
    }

    List<Path> files() {
        return files(folder);
    }

    /**
     * The sampling rate in params.py, Hz; empty if the file does not give one.
     *
     * @throws InputError if it is not a number above 0
     */
    OptionalDouble sampleRateHz() {
        Optional<Path> file = file("params.py");
        if (file.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            if (Files.size(file.get()) > LONGEST_PARAMETERS) {
                return OptionalDouble.empty();
            }
            for (String line : Files.readString(file.get(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList()) {
                Matcher matcher = SAMPLE_RATE.matcher(line);
                if (matcher.matches()) {
                    OptionalDouble rate = DecimalParser.parse(matcher.group(1).replace("_", ""));
                    if (rate.isEmpty() || !(rate.getAsDouble() > 0)) {
                        throw new InputError(file.get() + " has the sample_rate " + matcher.group(1)
                                + ": write a number of samples per second above 0.");
                    }
                    return rate;
                }
            }
            return OptionalDouble.empty();
        } catch (IOException e) {
            throw new StorageError(file.get() + " cannot be read: check its permissions.", e);
        }
    }
}
