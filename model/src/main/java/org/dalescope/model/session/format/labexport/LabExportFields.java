package org.dalescope.model.session.format.labexport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.format.container.AxisArrangement;
import org.dalescope.model.session.format.container.Container;
import org.dalescope.model.session.format.container.ElementCounts;
import org.dalescope.model.session.format.container.Variable;
import org.dalescope.model.session.format.container.Variable.Numeric;
import org.dalescope.model.session.format.container.Variable.Text;

/** The fields of a laboratory export with checked shapes; every error is one sentence. */
final class LabExportFields {
    private final Path path;
    private final boolean matlab;
    private final Map<String, Variable> variables;
    private final List<Finding> notes = new ArrayList<>();

    /** Whether arrays are [trial, bin, ...], with the last axis first in MATLAB's files, or the other way round. */
    private boolean natural = true;

    LabExportFields(Container container, Path path) {
        this.path = path;
        matlab = container.matlabOrder();
        variables = container.variables();
    }

    boolean has(String name) {
        return variables.containsKey(name);
    }

    List<Finding> notes() {
        return notes;
    }

    /**
     * Lengths of the rates' axes (trials, bins, neurons); their order is decided by the lengths of other fields.
     *
     * @param known lengths of trials, bins and neurons; -1 if no field gives it
     */
    int[] ratesShape(int[] known) {
        Numeric rates = numeric("firing_rates");
        int[] shape = shape(rates, 3);
        int[] forward = ordered(shape, true);
        int[] backward = ordered(shape, false);
        natural = fits(forward, known) || !fits(backward, known);
        if (!natural) {
            notes.add(Finding.notice(
                    "axis-order",
                    "firing_rates is " + ElementCounts.text(shape)
                            + ": according to the lengths of the other fields, its axes are "
                            + (matlab ? "trial, bin, neuron" : "neuron, bin, trial") + "."));
        } else if (!matlab && fits(forward, known) && fits(backward, known)) {
            notes.add(Finding.warning(
                    "axis-order",
                    "firing_rates is " + ElementCounts.text(shape)
                            + " and is read as trial, bin, neuron; its lengths also allow neuron, bin, trial: check the"
                            + " rates of a neuron that you know."));
        }
        return natural ? forward : backward;
    }

    /** All values of a field as [trial, bin, ...], last axis fastest; a length of -1 matches any length. */
    double[] numbers(String name, int... lengths) {
        Numeric field = numeric(name);
        int[] shape = shape(field, lengths.length);
        for (boolean order : new boolean[] {natural, !natural}) {
            if (fits(ordered(shape, order), lengths)) {
                int[] axes = forward(order)
                        ? IntStream.range(0, shape.length).toArray()
                        : AxisArrangement.reversed(shape.length);
                Numeric whole = new Numeric(field.name(), shape, field.type(), field.columnMajor(), field.values());
                return nonEmpty(name, AxisArrangement.of(whole, axes));
            }
        }
        int[] wanted = lengths.clone();
        if (!forward(natural)) {
            IntStream.range(0, wanted.length).forEach(i -> wanted[i] = lengths[lengths.length - 1 - i]);
        }
        throw new InputError(path + ": field '" + name + "' has shape " + ElementCounts.text(field.shape()) + ", but "
                + ElementCounts.text(wanted).replace("-1", "any") + " is expected ("
                + (forward(natural) ? "trials x bins x neurons" : "neurons x bins x trials")
                + "): check the export.");
    }

    /** A field of any shape that must hold this many numbers. */
    double[] vector(String name, int length) {
        double[] values = numeric(name).values().get();
        if (values.length != length) {
            throw new InputError(path + ": field '" + name + "' holds " + values.length + " values, but " + length
                    + " are expected: check the export.");
        }
        return values;
    }

    double scalar(String name) {
        return vector(name, 1)[0];
    }

    /** Number of values of a field, -1 if it is missing. */
    int length(String name) {
        return has(name) ? variable(name).size() : -1;
    }

    /** The text of a field; programs without a text type store it as character codes. */
    String characters(String name) {
        return switch (variables.get(name)) {
            case Text text
            when !text.words().get().isEmpty() -> text.words().get().getFirst().strip();
            case Numeric codes -> {
                StringBuilder text = new StringBuilder();
                for (double code : codes.values().get()) {
                    text.append((char) code);
                }
                yield text.toString();
            }
            case null, default -> "";
        };
    }

    Variable variable(String name) {
        Variable variable = variables.get(name);
        if (variable == null) {
            throw new InputError(
                    path + " has no field '" + name + "': it is not the laboratory's export, or the export is"
                            + " incomplete. It must contain firing_rates, bin_size_ms or time_axis, and should contain"
                            + " neuron_type, trial_duration_ms and the inputs.");
        }
        return variable;
    }

    private Numeric numeric(String name) {
        return switch (variable(name)) {
            case Numeric numeric -> numeric;
            case Variable.Unreadable unreadable ->
                throw new InputError(path + ": field '" + name + "' " + unreadable.why() + ".");
            case Variable other ->
                throw new InputError(path + ": field '" + name + "' is a " + other.type()
                        + ", but a numeric array is expected: check the export.");
        };
    }

    private double[] nonEmpty(String name, double[] values) {
        if (values.length == 0) {
            throw new InputError(path + ": field '" + name + "' is empty: check the export.");
        }
        return values;
    }

    /** The lengths of a field's axes; MATLAB drops trailing lengths of 1, which are added again. */
    private int[] shape(Numeric field, int rank) {
        int[] shape = field.shape();
        if (matlab && shape.length < rank) {
            int[] padded = Arrays.copyOf(shape, rank);
            Arrays.fill(padded, shape.length, rank, 1);
            return padded;
        }
        if (shape.length != rank) {
            throw new InputError(
                    path + ": field '" + field.name() + "' has " + shape.length + " dimensions, but " + rank
                            + " are expected (" + (matlab ? "neurons x bins x trials" : "trials x bins x neurons")
                            + "): check the export.");
        }
        return shape;
    }

    /** Lengths as [trial, bin, ...] if the axes are in this order. */
    private int[] ordered(int[] shape, boolean order) {
        int[] axes =
                forward(order) ? IntStream.range(0, shape.length).toArray() : AxisArrangement.reversed(shape.length);
        return Arrays.stream(axes).map(axis -> shape[axis]).toArray();
    }

    private boolean forward(boolean order) {
        return order != matlab;
    }

    private static boolean fits(int[] lengths, int[] wanted) {
        return IntStream.range(0, wanted.length).allMatch(i -> wanted[i] < 0 || wanted[i] == lengths[i]);
    }
}
