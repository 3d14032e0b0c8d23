package org.dalescope.model.session.format.sorter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A made-up recording of a spike sorter with the true counts. Five clusters fire at random in 200 s; 40 trials begin
 * every 4.5 s.
 */
final class SortedFolder {
    static final double RATE_HZ = 30_000;
    static final int[] CLUSTERS = {2, 5, 9, 14, 300};
    static final int TRIALS = 40;

    private final Path folder;
    private final List<long[]> spikes = new ArrayList<>();
    private final double[] cueS = new double[TRIALS];

    private SortedFolder(Path folder) {
        this.folder = folder;
    }

    static SortedFolder in(Path folder) throws IOException {
        SortedFolder made = new SortedFolder(Files.createDirectories(folder));
        Random random = new Random(11);
        for (int trial = 0; trial < TRIALS; trial++) {
            made.cueS[trial] = 5 + 4.5 * trial + Math.round(1000 * random.nextDouble()) / 1000.0;
        }
        for (int cluster = 0; cluster < CLUSTERS.length; cluster++) {
            for (int i = 0; i < 600 * (cluster + 1); i++) {
                // One sample away from the edges of windows, which are at whole tenths of a ms.
                long tenthMs = random.nextInt(2_000_000);
                made.spikes.add(new long[] {3 * tenthMs + 1, cluster});
            }
        }
        made.spikes.sort(Comparator.comparingLong(s -> s[0]));
        return made;
    }

    Path path() {
        return folder;
    }

    double[] cueS() {
        return cueS.clone();
    }

    /** Spikes of each cluster in the window around the cues, counted one by one. */
    long[] counts(double fromMs, double toMs) {
        long[] counts = new long[CLUSTERS.length];
        for (long[] spike : spikes) {
            for (double cue : cueS) {
                double sinceMs = spike[0] / 30.0 - 1000 * cue;
                counts[(int) spike[1]] += sinceMs >= fromMs && sinceMs < toMs ? 1 : 0;
            }
        }
        return counts;
    }

    /** Writes Kilosort's files without labels. */
    SortedFolder kilosort() throws IOException {
        integers(
                "spike_times.npy",
                "<u8",
                8,
                spikes.stream().mapToLong(s -> s[0]).toArray());
        integers(
                "spike_clusters.npy",
                "<i4",
                4,
                spikes.stream().mapToLong(s -> CLUSTERS[(int) s[1]]).toArray());
        text("params.py", "dat_path = 'x.dat'\nn_channels_dat = 4\nsample_rate = 30000.\n");
        return this;
    }

    /** Writes ALF files with times in seconds. */
    SortedFolder alf() throws IOException {
        doubles(
                "spikes.times.npy",
                spikes.stream().mapToDouble(s -> s[0] / RATE_HZ).toArray());
        integers(
                "spikes.clusters.npy",
                "<i4",
                4,
                spikes.stream().mapToLong(s -> s[1]).toArray());
        return this;
    }

    /** Writes templates whose trough-to-peak time is this many samples for each cluster, and 10 more on channel 3. */
    SortedFolder templates(int... troughToPeak) throws IOException {
        int samples = 50;
        int channels = 4;
        double[] templates = new double[CLUSTERS.length * samples * channels];
        for (int template = 0; template < CLUSTERS.length; template++) {
            for (int channel = 0; channel < channels; channel++) {
                double size = channel == template % channels ? 1 : 0.2;
                templates[(template * samples + 10) * channels + channel] = -size;
                int peak = 10 + troughToPeak[template] + (channel == 3 ? 10 : 0);
                templates[(template * samples + peak) * channels + channel] = size / 2;
            }
        }
        write("templates.npy", "<f8", "(" + CLUSTERS.length + ", " + samples + ", " + channels + ")", bytes(templates));
        integers(
                "spike_templates.npy",
                "<u4",
                4,
                spikes.stream().mapToLong(s -> s[1]).toArray());
        return this;
    }

    /** The table of trials as text, with times in this many units per second. */
    String trials(double perSecond, String separator) {
        String names = String.join(separator, "start_time", "cue_time", "stop_time", "side");
        return names + "\n"
                + IntStream.range(0, TRIALS)
                        .mapToObj(trial -> String.join(
                                separator,
                                Double.toString((cueS[trial] - 0.7) * perSecond),
                                Double.toString(cueS[trial] * perSecond),
                                Double.toString((cueS[trial] + 1.5) * perSecond),
                                trial % 2 == 0 ? "left" : "right"))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    void text(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    void doubles(String name, double... values) throws IOException {
        write(name, "<f8", "(" + values.length + ",)", bytes(values));
    }

    void integers(String name, String type, int width, long... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * width).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(value -> {
            if (width == 8) {
                bytes.putLong(value);
            } else {
                bytes.putInt((int) value);
            }
        });
        write(name, type, "(" + values.length + ",)", bytes.array());
    }

    /** Writes an npy file of version 1.0. */
    void write(String name, String type, String shape, byte[] values) throws IOException {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        String padded = header + " ".repeat(64 - (header.length() + 11) % 64) + "\n";
        ByteBuffer bytes = ByteBuffer.allocate(10 + padded.length() + values.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) padded.length())
                .put(padded.getBytes(StandardCharsets.US_ASCII))
                .put(values);
        Files.write(folder.resolve(name), bytes.array());
    }

    static byte[] bytes(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(bytes::putDouble);
        return bytes.array();
    }
}
