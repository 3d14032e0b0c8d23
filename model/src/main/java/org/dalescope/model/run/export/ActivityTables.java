package org.dalescope.model.run.export;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.analysis.core.Table;

/**
 * The tables of activity in a run's export: rates with a row per trial and bin, and PSTHs with a row per condition, bin
 * and neuron.
 */
final class ActivityTables {
    private ActivityTables() {}

    static List<Table> of(ExportedRun run) {
        int neurons = run.session().neurons().size();
        float[] data = ActivityArrays.dataRates(run);
        float[] model = run.rates().rates();
        List<String> ids = run.session().neurons().stream()
                .map(neuron -> "neuron_" + neuron.id())
                .toList();
        List<String> units = java.util.stream.IntStream.range(0, run.units())
                .mapToObj(u -> "unit_" + u)
                .toList();
        return List.of(
                rates(run, "data_rates", "Recorded rates, not smoothed, with a column per neuron.", ids, data, neurons),
                rates(run, "model_rates", "Rates of the network, with a column per unit.", units, model, run.units()),
                psths(run));
    }

    private static Table rates(
            ExportedRun run, String name, String caption, List<String> names, float[] rates, int width) {
        int bins = run.session().bins();
        int rows = run.trialIds().length * bins;
        byte[] mask = ActivityArrays.mask(run);
        double[] time = run.session().time().centresMs();
        List<Table.Column> columns = new ArrayList<>();
        columns.add(ExportTables.numbers("trial_id", "", rows, row -> run.trialIds()[row / bins]));
        columns.add(ExportTables.numbers("time", "ms", rows, row -> time[row % bins]));
        columns.add(ExportTables.numbers("valid", "", rows, row -> mask[row]));
        for (int i = 0; i < width; i++) {
            int column = i;
            columns.add(ExportTables.numbers(names.get(i), "sp/s", rows, row -> rates[row * width + column]));
        }
        return new Table(name, caption, columns);
    }

    private static Table psths(ExportedRun run) {
        ExportedPsths psths = ExportedPsths.of(run);
        int bins = run.session().bins();
        int neurons = run.session().neurons().size();
        int rows = psths.data().length;
        double[] time = run.session().time().centresMs();
        List<String> conditions = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            conditions.add(psths.conditions().get(row / (bins * neurons)).name());
        }
        return new Table(
                "psth",
                "PSTHs: means over the valid bins of the same trials, not smoothed.",
                List.of(
                        new Table.Words("condition", conditions),
                        ExportTables.numbers("time", "ms", rows, row -> time[row / neurons % bins]),
                        ExportTables.numbers("neuron_id", "", rows, row -> run.session()
                                .neurons()
                                .get(row % neurons)
                                .id()),
                        ExportTables.numbers("trials", "", rows, row -> psths.trials()[row / neurons]),
                        new Table.Numbers("data", "sp/s", psths.data()),
                        new Table.Numbers("data_standard_error", "sp/s", psths.standardError()),
                        new Table.Numbers("model", "sp/s", psths.model())));
    }
}
