package org.dalescope.model.run.store;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.network.Network;
import org.dalescope.model.training.EpochSnapshot;
import org.dalescope.model.training.Validation;

/**
 * The views of one epoch in the file {@code epochs.npz} of a run folder: PSTHs, weights and mean rates. They are in
 * single precision because they are only displayed.
 *
 * @param psths the model's PSTH of every condition on the validation trials, {@code [bin][neuron]}, sp/s
 * @param weights W_rec, {@code [to][from]}, signed
 * @param population mean rate of the recorded neurons in every validation trial, {@code [trial][bin]}, sp/s
 */
public record EpochView(int epoch, List<float[]> psths, float[] weights, float[] population) {
    public static EpochView of(EpochSnapshot snapshot, Network network) {
        RateStatistics validation = snapshot.validation();
        List<float[]> psths = new ArrayList<>();
        for (int group = Validation.FIRST_CONDITION; group < validation.groups(); group++) {
            psths.add(narrow(validation.psth(group)));
        }
        return new EpochView(
                snapshot.record().epoch(), List.copyOf(psths), narrow(network.w()), narrow(validation.population()));
    }

    /** The PSTHs of the model, in the form of {@link RunViews}. */
    public List<double[]> modelPsths() {
        return psths.stream().map(EpochView::wide).toList();
    }

    /** The number of units of the network. */
    public int units() {
        return (int) Math.round(Math.sqrt(weights.length));
    }

    long bytes() {
        long numbers = (long) weights.length + population.length;
        for (float[] psth : psths) {
            numbers += psth.length;
        }
        return Float.BYTES * numbers;
    }

    private static float[] narrow(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
