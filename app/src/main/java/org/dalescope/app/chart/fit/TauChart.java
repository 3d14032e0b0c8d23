package org.dalescope.app.chart.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.model.session.NeuronType;

/** A chart of a fit's time constants by epoch: the means of E and I, and each unit as a pale line if units differ. */
public final class TauChart {
    private TauChart() {}

    /**
     * Creates the chart.
     *
     * @param tauMs time constants per epoch and unit, ms
     * @param types the type of every unit
     * @param units true if single units are drawn
     */
    public static ChartContent of(
            List<double[]> tauMs, List<NeuronType> types, int bestEpoch, boolean units, ChartTheme theme) {
        double[] epochs =
                IntStream.rangeClosed(1, tauMs.size()).mapToDouble(e -> e).toArray();
        List<Line> lines = new ArrayList<>();
        if (units && Arrays.stream(NeuronType.values()).anyMatch(type -> differ(tauMs, of(type, types)))) {
            for (int unit = 0; unit < types.size(); unit++) {
                LineStyle style = LineStyle.solid(theme.of(types.get(unit)), 1.5);
                lines.add(Line.of("", epochs, course(tauMs, new int[] {unit}), style.pale()));
            }
        }
        for (NeuronType type : NeuronType.values()) {
            int[] own = of(type, types);
            if (own.length > 0 || type != NeuronType.UNKNOWN) {
                LineStyle style = type == NeuronType.INHIBITORY
                        ? LineStyle.dashed(theme.of(type), 2.2)
                        : LineStyle.solid(theme.of(type), 2.2);
                lines.add(Line.of("%s mean".formatted(type.letter()), epochs, course(tauMs, own), style));
            }
        }
        return ChartContent.of("Time constants", "epoch", "tau (ms)", lines)
                .with(List.of(), List.of(), EpochAxis.best(bestEpoch, true, theme));
    }

    private static int[] of(NeuronType type, List<NeuronType> types) {
        return IntStream.range(0, types.size())
                .filter(unit -> types.get(unit) == type)
                .toArray();
    }

    /** The mean over some units per epoch, ms; NaN without a unit. */
    private static double[] course(List<double[]> tauMs, int[] units) {
        return tauMs.stream()
                .mapToDouble(epoch -> Arrays.stream(units)
                        .mapToDouble(unit -> epoch[unit])
                        .average()
                        .orElse(Double.NaN))
                .toArray();
    }

    private static boolean differ(List<double[]> tauMs, int[] units) {
        return !tauMs.isEmpty()
                && Arrays.stream(units)
                                .mapToDouble(unit -> tauMs.getLast()[unit])
                                .distinct()
                                .count()
                        > 1;
    }
}
