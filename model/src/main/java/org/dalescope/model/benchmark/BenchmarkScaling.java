package org.dalescope.model.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dalescope.model.engine.RecurrentEngine;

/** A series of benchmarks along one axis of size, with the other sizes constant. */
public record BenchmarkScaling(Axis axis, List<BenchmarkResult> rows) {
    private static final double[] SHARES = {0.25, 0.5, 1, 2};
    private static final int TRIALS_AT_LEAST = 16;
    private static final int UNITS_AT_LEAST = 5;

    /** The size that is varied. */
    public enum Axis {
        TRIALS,
        BINS,
        UNITS,
        THREADS;

        /** The axes that have more than one point. */
        public static List<Axis> of(int threads) {
            return threads > 1 ? List.of(values()) : List.of(TRIALS, BINS, UNITS);
        }

        /** The label for tables. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The position of a result on this axis. */
        public int of(BenchmarkResult result) {
            return switch (this) {
                case TRIALS -> result.size().trials();
                case BINS -> result.size().bins();
                case UNITS -> result.size().units();
                case THREADS -> result.threads();
            };
        }
    }

    /** Opens an engine with a number of threads. */
    @FunctionalInterface
    public interface Engines {
        RecurrentEngine open(BenchmarkSize size, int threads);
    }

    private record Point(BenchmarkSize size, int threads) {}

    /** Runs the benchmarks from a quarter to twice a size, or from one thread to all. */
    public static BenchmarkScaling measure(
            Axis axis, BenchmarkSize base, int threads, Benchmark benchmark, Engines engines) {
        List<BenchmarkResult> rows = new ArrayList<>();
        // A first run is discarded. Otherwise the first row would include the just-in-time compilation and distort the
        // exponent.
        try (RecurrentEngine engine = engines.open(base, threads)) {
            benchmark.measure(base, engine);
        }
        for (Point point : points(axis, base, threads)) {
            try (RecurrentEngine engine = engines.open(point.size(), point.threads())) {
                rows.add(benchmark.measure(point.size(), engine));
            }
        }
        return new BenchmarkScaling(axis, List.copyOf(rows));
    }

    /** The exponent of forward and backward pass together. */
    public double recurrenceExponent() {
        return exponent(row -> row.forwardMs() + row.backwardMs());
    }

    /** The exponent of the whole epoch; the time of the transport plan grows with the square of the trials. */
    public double epochExponent() {
        return exponent(BenchmarkResult::epochMs);
    }

    private double exponent(ToDoubleFunction<BenchmarkResult> ms) {
        return Benchmark.exponent(
                rows.stream().mapToDouble(axis::of).toArray(),
                rows.stream().mapToDouble(ms).toArray());
    }

    private static List<Point> points(Axis axis, BenchmarkSize base, int threads) {
        if (axis == Axis.THREADS) {
            return IntStream.concat(IntStream.iterate(1, n -> n < threads, n -> n * 2), IntStream.of(threads))
                    .mapToObj(n -> new Point(base, n))
                    .toList();
        }
        return Arrays.stream(SHARES)
                .mapToObj(share -> new Point(
                        switch (axis) {
                            case TRIALS ->
                                new BenchmarkSize(
                                        scaled(base.trials(), share, TRIALS_AT_LEAST), base.bins(), base.units());
                            case BINS -> new BenchmarkSize(base.trials(), scaled(base.bins(), share, 2), base.units());
                            case UNITS ->
                                new BenchmarkSize(
                                        base.trials(), base.bins(), scaled(base.units(), share, UNITS_AT_LEAST));
                            case THREADS -> base;
                        },
                        threads))
                .distinct()
                .toList();
    }

    private static int scaled(int base, double share, int least) {
        return Math.max(least, (int) Math.round(base * share));
    }
}
