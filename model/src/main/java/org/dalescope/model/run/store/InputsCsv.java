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
        int[] neuronOfUnit = units.neuronOfUnit();
        for (int unit = 0; unit < units.units(); unit++) {
            int neuron = neuronOfUnit[unit];
            List<String> cells = new ArrayList<>();
            cells.add(Integer.toString(unit));
            cells.add(neuron < 0 ? "" : Integer.toString(units.neuronIds()[neuron]));
            cells.add(units.type(unit).letter());
            cells.addAll(field(inputs, unit, neuron));
            for (int channel = 0; channel < inputs.channels().size(); channel++) {
                cells.add(inputs.drives(unit, channel) ? "1" : "0");
            }
            lines.add(cells.stream().map(CsvText::quoted).collect(Collectors.joining(",")));
        }
        return String.join("\n", lines) + "\n";
    }

    /** Label, source and p of a unit's receptive field; empty cells if no rule needs fields. */
    private static List<String> field(InputAssignment inputs, int unit, int neuron) {
        if (inputs.fields().isEmpty()) {
            return List.of("", "", "");
        }
        List<FieldOfNeuron> fields = inputs.fields().get().fields();
        if (neuron >= 0) {
            FieldOfNeuron field = fields.get(neuron);
            return List.of(field.label(), field.source(), Double.isNaN(field.p()) ? "" : Double.toString(field.p()));
        }
        double level = inputs.fieldOfUnit()[unit];
        String label = fields.stream()
                .filter(field -> field.level() == level)
                .findFirst()
                .map(FieldOfNeuron::label)
                .orElse("none");
        return List.of(label, "drawn", "");
    }
}
