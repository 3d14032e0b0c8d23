package org.dalescope.model.session.format.arrays;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.dalescope.model.common.Finding;
import org.dalescope.model.session.ArrayMapping.Axis;
import org.dalescope.model.session.ArrayMapping.Content;
import org.dalescope.model.session.ArrayMapping.Timing;
import org.dalescope.model.session.ArrayMapping.Unit;
import org.dalescope.model.session.format.arrays.GuessedActivity.Candidate;
import org.dalescope.model.session.format.container.ContainerVariables;
import org.dalescope.model.session.format.container.Variable;
import org.dalescope.model.session.format.container.Variable.Numeric;

/** Guesses the bin length, the start of the array and the unit of spike times in a file of arrays. */
final class GuessedTime {
    private static final Set<String> BIN = Set.of("bin", "bins");
    private static final Set<String> LENGTH = VariableNameWords.set("size width len length dur duration step interval");
    private static final Set<String> UNITS = VariableNameWords.set("ms msec s sec us usec");

    /** Words for a number of bins, a position, or the bin in which something happens: these are not a bin length. */
    private static final Set<String> COUNTS =
            VariableNameWords.set("n num number count id index first last idx align event cue"
                    + " go on onset off offset start stop begin end stim stimulus response reward trial");

    private static final Set<String> SAMPLING = VariableNameWords.set("sampling sample frame");
    private static final Set<String> FREQUENCY = VariableNameWords.set("rate freq frequency hz");
    private static final double DEFAULT_BIN_MS = 10;
    /** No trial lasts longer than this; larger times are in ms. */
    private static final double LONGEST_TRIAL_SECONDS = 60;

    private final ContainerVariables variables;
    private final List<Finding> findings;

    GuessedTime(ContainerVariables variables, List<Finding> findings) {
        this.variables = variables;
        this.findings = findings;
    }

    Timing timing(Candidate activity) {
        if (activity.holds() == Content.SPIKE_TIMES || activity.holds() == Content.SPIKE_TRIPLETS) {
            return window(activity);
        }
        int bins = activity.length(Axis.BIN);
        for (Map.Entry<String, Variable> entry : variables.all().entrySet()) {
            if (entry.getValue() instanceof Numeric axis
                    && AxisEvidence.isBins(VariableNameWords.of(entry.getKey()))
                    && GuessedActivity.isVector(axis.shape())
                    && (axis.size() == bins || axis.size() == bins + 1)) {
                double[] times = axis.values().get();
                if (isEven(times)) {
                    return fromAxis(entry.getKey(), times, bins);
                }
            }
        }
        double binMs = statedBinMs().orElseGet(() -> {
            findings.add(Finding.warning(
                    "guessed-bin",
                    "No variable gives the bin length, so " + DEFAULT_BIN_MS + " ms is assumed: set time.bin_ms in the"
                            + " mapping."));
            return DEFAULT_BIN_MS;
        });
        findings.add(Finding.notice(
                "guessed-start",
                "Time 0 is taken as the start of the array: to change this, set"
                        + " time.start_ms and time.event in the mapping."));
        return new Timing(binMs, 0, 0, "start of the array");
    }

    private Timing fromAxis(String name, double[] times, int bins) {
        double step = (times[times.length - 1] - times[0]) / (times.length - 1);
        OptionalDouble told = statedBinMs();
        Optional<Unit> named = VariableNameWords.unit(name);
        boolean seconds = told.isPresent()
                ? Math.abs(step * 1000 - told.getAsDouble()) < Math.abs(step - told.getAsDouble())
                : named.isEmpty() && step < 1;
        Unit unit = seconds ? Unit.SECONDS : told.isPresent() ? Unit.MILLISECONDS : named.orElse(Unit.MILLISECONDS);
        double start = times.length == bins + 1 ? times[0] : times[0] - step / 2;
        double binMs = Math.rint(step * unit.ms() * 1e6) / 1e6;
        findings.add(Finding.notice(
                "guessed-bin",
                "The bin length is " + binMs + " ms according to '" + name + "', which is taken as " + unit.word()
                        + " and as "
                        + (times.length == bins + 1 ? "edges" : "centres") + " of bins."));
        return new Timing(binMs, Math.rint(start * unit.ms() * 1e6) / 1e6, 0, "time 0 of " + name);
    }

    /** The bin length in ms, if a variable gives it. */
    private OptionalDouble statedBinMs() {
        for (Map.Entry<String, Variable> entry : variables.all().entrySet()) {
            VariableNameWords name = VariableNameWords.of(entry.getKey());
            if (entry.getValue() instanceof Numeric number && number.size() == 1) {
                double value = number.values().get()[0];
                if (isBinLength(name) && value > 0) {
                    Unit unit =
                            VariableNameWords.unit(entry.getKey()).orElse(value < 1 ? Unit.SECONDS : Unit.MILLISECONDS);
                    findings.removeIf(f -> f.code().equals("said-bin"));
                    findings.add(Finding.notice(
                            "said-bin", "'" + entry.getKey() + "' gives the bin length, in " + unit.word() + "."));
                    return OptionalDouble.of(Math.rint(value * unit.ms() * 1e9) / 1e9);
                }
                boolean rate = name.ends(Set.of("fs", "sr")) || name.pair(SAMPLING, FREQUENCY);
                if (rate && value > 0) {
                    return OptionalDouble.of(1000 / value);
                }
            }
        }
        return OptionalDouble.empty();
    }

    private static boolean isBinLength(VariableNameWords name) {
        boolean said = name.pair(BIN, LENGTH) || name.pair(Set.of("time"), Set.of("step"));
        boolean word = name.words().contains("dt") || name.words().contains("bin") || name.pair(BIN, UNITS);
        return said || (word && !name.any(COUNTS));
    }

    Unit unit(Candidate activity) {
        Optional<Unit> named = VariableNameWords.unit(activity.variable().name());
        if (named.isPresent()) {
            return named.get();
        }
        boolean milliseconds = (activity.holds() == Content.SPIKE_TIMES || activity.holds() == Content.SPIKE_TRIPLETS)
                && times(activity).map(Math::abs).max().orElse(0) > LONGEST_TRIAL_SECONDS;
        return milliseconds ? Unit.MILLISECONDS : Unit.SECONDS;
    }

    /** The window from the first spike to the last. */
    private Timing window(Candidate activity) {
        Unit unit = unit(activity);
        double binMs = statedBinMs().orElse(DEFAULT_BIN_MS);
        double first = Math.floor(times(activity).min().orElse(0) * unit.ms() / binMs) * binMs;
        double last = Math.ceil((times(activity).max().orElse(0) * unit.ms() + 1e-6) / binMs) * binMs;
        findings.add(Finding.warning(
                "guessed-window",
                "Spike times are taken as " + unit.word() + " and binned at " + binMs + " ms from " + first
                        + " to " + last
                        + " ms: to change this, set activity.unit, time.bin_ms, time.start_ms and time.stop_ms in the"
                        + " mapping."));
        return new Timing(binMs, first, last, "time 0 of the spikes");
    }

    private static DoubleStream times(Candidate activity) {
        if (activity.holds() == Content.SPIKE_TRIPLETS && activity.variable() instanceof Numeric vector) {
            return Arrays.stream(vector.values().get()).filter(Double::isFinite);
        }
        return NestedCells.of(activity.variable(), activity.axes(), true).stream()
                .flatMapToDouble(leaf -> Arrays.stream(leaf.array().values().get()))
                .filter(Double::isFinite);
    }

    private static boolean isEven(double[] times) {
        double step = (times[times.length - 1] - times[0]) / (times.length - 1);
        for (int i = 1; i < times.length; i++) {
            if (!(Math.abs(times[i] - times[i - 1] - step) <= 1e-3 * Math.abs(step))) {
                return false;
            }
        }
        return step > 0;
    }
}
