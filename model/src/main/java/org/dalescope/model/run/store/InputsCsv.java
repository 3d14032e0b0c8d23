package org.dalescope.model.run.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.common.io.CsvText;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.network.inputs.InputAssignment;
import org.dalescope.model.network.inputs.ReceptiveFields.FieldOfNeuron;

/**
 * Writes which input drives which unit, the file {@code inputs.csv} of a run folder: a row per unit, with neuron id,
 * type and receptive field, and a column per input channel, 1 if the channel drives the unit. Runs in which every input
 * drives every unit have no such file.
 */
public final class InputsCsv {
    private InputsCsv() {}

    public static void write(RunFolder run, InputAssignment inputs, UnitMap units) {
        if (inputs.isRestricted()) {
            AtomicFile.writeInside(run.inputsCsv(), text(inputs, units));
        }
    }

    /** The table as text. */
    public static String text(InputAssignment inputs, UnitMap units) {
        List<String> lines = new ArrayList<>();
        lines.add("unit,neuron,type,field,field_from,field_p,"
                + inputs.channels().stream().map(CsvText::quoted).collect(Collectors.joining(",")));
        for (int unit = 0; unit < units.units(); unit++) {
            StringBuilder line = new StringBuilder();
            line.append(unit)
                    .append(',')
                    .append(neuron(units, unit))
                    .append(',')
                    .append(units.type(unit).letter());
            line.append(field(inputs, units, unit));
            for (int channel = 0; channel < inputs.channels().size(); channel++) {
                line.append(',').append(inputs.drives(unit, channel) ? 1 : 0);
            }
            lines.add(line.toString());
        }
        return String.join("\n", lines) + "\n";
    }

    private static String field(InputAssignment inputs, UnitMap units, int unit) {
        if (inputs.fields().isEmpty()) {
            return ",,,";
        }
        List<FieldOfNeuron> fields = inputs.fields().get().fields();
        for (int n = 0; n < units.recorded(); n++) {
            if (units.recordedUnit()[n] == unit) {
                FieldOfNeuron field = fields.get(n);
                return "," + CsvText.quoted(field.label()) + "," + CsvText.quoted(field.source()) + ","
                        + (Double.isNaN(field.p()) ? "" : Double.toString(field.p()));
            }
        }
        double level = inputs.fieldOfUnit()[unit];
        String label = fields.stream()
                .filter(field -> field.level() == level)
                .findFirst()
                .map(FieldOfNeuron::label)
                .orElse("none");
        return "," + CsvText.quoted(label) + ",drawn,";
    }

    private static String neuron(UnitMap units, int unit) {
        for (int n = 0; n < units.recorded(); n++) {
            if (units.recordedUnit()[n] == unit) {
                return Integer.toString(units.neuronIds()[n]);
            }
        }
        return "";
    }
}
