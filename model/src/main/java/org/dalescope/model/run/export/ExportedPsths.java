package org.dalescope.model.run.export;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.session.split.Condition;

/**
 * The PSTHs of data and model in a run's export: averages over the valid bins of the same trials, not smoothed, sp/s;
 * NaN if no trial is valid.
 *
 * @param data {@code [condition][bin][neuron]}
 * @param standardError standard error of the data's mean over trials
 * @param model {@code [condition][bin][neuron]}
 * @param trials number of valid trials, {@code [condition][bin]}
 */
record ExportedPsths(List<Condition> conditions, double[] data, double[] standardError, double[] model, int[] trials) {

    static ExportedPsths of(ExportedRun run) {
        List<Condition> conditions = run.conditions();
        int bins = run.session().bins();
        int neurons = run.session().neurons().size();
        double[] data = new double[conditions.size() * bins * neurons];
        double[] error = data.clone();
        double[] model = data.clone();
        int[] trials = new int[conditions.size() * bins];
        Mask mask = run.fit().mask();
        for (int c = 0; c < conditions.size(); c++) {
            Psth psth = Psth.of(run.session(), mask, conditions.get(c).trialIds());
            System.arraycopy(psth.trials(), 0, trials, c * bins, bins);
            double[] own = model(run, mask, conditions.get(c), psth.trials());
            for (int i = 0; i < bins * neurons; i++) {
                boolean defined = psth.trials()[i / neurons] > 0;
                int at = c * bins * neurons + i;
                data[at] = defined ? psth.mean()[i] : Double.NaN;
                error[at] = psth.trials()[i / neurons] > 1 ? psth.standardError()[i] : Double.NaN;
                model[at] = defined ? own[i] : Double.NaN;
            }
        }
        return new ExportedPsths(conditions, data, error, model, trials);
    }

    private static double[] model(ExportedRun run, Mask mask, Condition condition, int[] counts) {
        int bins = run.session().bins();
        int neurons = run.session().neurons().size();
        Map<Integer, Integer> rows = new HashMap<>();
        for (int row = 0; row < run.trialIds().length; row++) {
            rows.put(run.trialIds()[row], row);
        }
        int[] chosen = Arrays.stream(condition.trialIds())
                .map(id -> rows.getOrDefault(id, -1))
                .toArray();
        int[] positions = run.session().positions(condition.trialIds());
        double[] mean = new double[bins * neurons];
        for (int i = 0; i < chosen.length; i++) {
            for (int bin = 0; bin < bins; bin++) {
                for (int n = 0; n < neurons && mask.isValid(positions[i], bin); n++) {
                    mean[bin * neurons + n] += run.rates().rate(chosen[i], bin, n) / counts[bin];
                }
            }
        }
        return mean;
    }
}
