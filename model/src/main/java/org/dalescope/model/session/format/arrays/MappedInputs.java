package org.dalescope.model.session.format.arrays;

import java.util.Arrays;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.ArrayMapping.Axis;
import org.dalescope.model.session.ArrayMapping.Form;
import org.dalescope.model.session.ArrayMapping.Input;
import org.dalescope.model.session.ArrayMapping.Timing;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.format.InputChannelBuilder;
import org.dalescope.model.session.format.container.ContainerVariables;

/** Reads the input channels of a file of arrays according to a mapping. */
final class MappedInputs {
    private final ContainerVariables variables;
    private final Timing time;
    private final int mergeBins;
    private final Mask observed;
    private final InputChannelBuilder columns;

    /**
     * @param time bins of the session
     * @param mergeBins number of stored bins that make one bin of the session
     */
    MappedInputs(ContainerVariables variables, Timing time, int mergeBins, Mask observed) {
        this.variables = variables;
        this.time = time;
        this.mergeBins = mergeBins;
        this.observed = observed;
        columns = new InputChannelBuilder(observed);
    }

    InputChannelBuilder columns() {
        return columns;
    }

    void add(Input input) {
        String name = input.name().isEmpty() ? input.variable() : input.name();
        if (input.form() == Form.SIGNAL) {
            signal(input, name);
        } else {
            put(input, name, events(input));
        }
    }

    private void signal(Input input, String name) {
        String role = "the input '" + name + "'";
        RecordedValues read = RecordedValues.of(
                        NestedCells.of(variables.named(input.variable(), role), input.axes(), false),
                        Axis.CHANNEL,
                        role)
                .merged(mergeBins, mergeBins);
        int trials = observed.trials();
        int bins = observed.bins();
        if (read.trials() != trials || read.bins() != bins) {
            throw new InputError("'" + input.variable() + "' has " + read.trials() + " trials x " + read.bins()
                    + " bins, but the activity has " + trials + " x " + bins + ": correct its axes in the mapping, or"
                    + " leave the input out.");
        }
        for (int k = 0; k < read.last(); k++) {
            double[] column = new double[trials * bins];
            for (int i = 0; i < column.length; i++) {
                column[i] = read.values()[i * read.last() + k];
            }
            put(input, read.last() == 1 ? name : name + "_" + (k + 1), column);
        }
    }

    private void put(Input input, String name, double[] column) {
        if (input.continuous()) {
            columns.continuous(name, column);
        } else {
            columns.event(name, column);
        }
    }

    private double[] events(Input input) {
        int trials = observed.trials();
        int bins = observed.bins();
        double[] begin = variables.numbers(input.variable(), "the event '" + input.variable() + "'", trials);
        double[] end = input.until().isEmpty()
                ? new double[trials]
                : variables.numbers(input.until(), "the end of '" + input.variable() + "'", trials);
        double[] column = new double[trials * bins];
        for (int trial = 0; trial < trials; trial++) {
            double from = bin(begin[trial], input);
            double to = input.form() == Form.PULSE ? from + 1 : input.until().isEmpty() ? bins : bin(end[trial], input);
            if (!Double.isNaN(from) && to > 0 && from < bins) {
                int first = (int) Math.max(0, from);
                int last = Double.isNaN(to) ? bins : (int) Math.clamp(to, first, bins);
                Arrays.fill(column, trial * bins + first, trial * bins + last, 1);
            }
        }
        return column;
    }

    private double bin(double at, Input input) {
        return Math.floor((at * input.unit().ms() - time.startMs()) / time.binMs() + 1e-9);
    }
}
