package org.dalescope.app.chart.fit;

import java.util.List;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.model.training.EpochRecord;

/** What the horizontal axis of a fit's curves counts. */
public enum EpochUnit {
    EPOCHS("epochs", "epoch"),
    SECONDS("seconds", "time (s)"),
    TRIALS("trials seen", "trials seen");

    private static final double MS_PER_S = 1000;
    private final String words;
    private final String label;

    EpochUnit(String words, String label) {
        this.words = words;
        this.label = label;
    }

    /**
     * A chart over epochs with its horizontal axis in this unit.
     *
     * @param history of the shown run
     * @param trials training trials per epoch
     */
    public ChartContent of(ChartContent content, List<EpochRecord> history, int trials) {
        if (this == EPOCHS) {
            return content;
        }
        double[] ends = ends(history);
        return content.onAxis(label, epoch -> value(epoch, ends, trials));
    }

    /** The epoch, from 1, whose end is nearest to a value of the axis; 0 if there is none. */
    public int epochAt(double value, List<EpochRecord> history, int trials) {
        double[] ends = ends(history);
        int nearest = 0;
        for (int epoch = 1; epoch <= history.size(); epoch++) {
            if (nearest == 0
                    || Math.abs(value(epoch, ends, trials) - value) < Math.abs(value(nearest, ends, trials) - value)) {
                nearest = epoch;
            }
        }
        return nearest;
    }

    private double value(double epoch, double[] ends, int trials) {
        return switch (this) {
            case EPOCHS -> epoch;
            case SECONDS -> ends.length == 0 ? epoch : ends[Math.clamp(Math.round(epoch), 1, ends.length) - 1];
            case TRIALS -> epoch * trials;
        };
    }

    /** The seconds of training at the end of each epoch. */
    private static double[] ends(List<EpochRecord> history) {
        double[] ends = new double[history.size()];
        double sum = 0;
        for (int i = 0; i < ends.length; i++) {
            sum += history.get(i).ms() / MS_PER_S;
            ends[i] = sum;
        }
        return ends;
    }

    @Override
    public String toString() {
        return words;
    }
}
