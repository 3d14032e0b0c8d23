package org.dalescope.app.chart.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.app.chart.Band;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.HorizontalMark;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.run.store.TauReferences;
import org.dalescope.model.session.NeuronType;

/** A chart of a fit's time constants by epoch: the medians of E and I, and each unit as a pale line if units differ. */
public final class TauChart {
    private static final double PALE = 1.5;
    private static final double LIFTED = 2.6;

    private TauChart() {}

    /**
     * The chart of a run.
     *
     * @param references the range of the medians over seeds is a band, the true values are dotted levels
     * @param neuron the selected neuron, whose unit's line is strong
     * @param units true if single units are drawn
     */
    public static ChartContent of(
            RunViews views,
            TauReferences references,
            Optional<Integer> neuron,
            int bestEpoch,
            boolean units,
            ChartTheme theme) {
        List<NeuronType> types = views.unitTypes();
        ChartContent own = of(
                views.tauMs(),
                types,
                views.unitNames(types.size()),
                neuron.map(id -> "n" + id),
                bestEpoch,
                units,
                theme);
        return own.with(bands(views.tauMs(), references, types, theme), levels(references, neuron, theme), own.marks());
    }

    /** The range of each type's median over this run and the runs of other seeds, by epoch. */
    private static List<Band> bands(
            List<double[]> tauMs, TauReferences references, List<NeuronType> types, ChartTheme theme) {
        List<List<double[]>> seeds = references.otherSeeds().stream()
                .filter(other -> !other.isEmpty() && other.getFirst().length == types.size())
                .toList();
        List<Band> bands = new ArrayList<>();
        for (NeuronType type : NeuronType.values()) {
            int[] units = of(type, types);
            if (seeds.isEmpty() || units.length == 0) {
                continue;
            }
            double[] low = course(tauMs, units);
            double[] high = low.clone();
            for (List<double[]> seed : seeds) {
                double[] other = course(seed, units);
                for (int epoch = 0; epoch < Math.min(low.length, other.length); epoch++) {
                    low[epoch] = Math.min(low[epoch], other[epoch]);
                    high[epoch] = Math.max(high[epoch], other[epoch]);
                }
            }
            double[] epochs =
                    IntStream.rangeClosed(1, low.length).mapToDouble(e -> e).toArray();
            bands.add(new Band(epochs, low, high, ChartTheme.pale(theme.of(type))));
        }
        return bands;
    }

    private static List<HorizontalMark> levels(TauReferences references, Optional<Integer> neuron, ChartTheme theme) {
        List<HorizontalMark> levels = new ArrayList<>();
        for (NeuronType type : NeuronType.values()) {
            Optional.ofNullable(references.trueMedianMs().get(type))
                    .ifPresent(ms -> levels.add(new HorizontalMark(
                            "%s true".formatted(type.letter()), ms, LineStyle.dotted(theme.of(type), 1.6))));
        }
        neuron.map(id -> references.trueMs().get(id))
                .ifPresent(ms -> levels.add(new HorizontalMark(
                        "n%s true".formatted(neuron.orElseThrow()), ms, LineStyle.dotted(theme.foreground(), 1.6))));
        return levels;
    }

    /**
     * Creates the chart.
     *
     * @param tauMs time constants per epoch and unit, ms
     * @param types the type of every unit
     * @param names the name of every unit, for the mouse
     * @param lifted the name of the unit whose line is strong
     * @param units true if single units are drawn
     */
    public static ChartContent of(
            List<double[]> tauMs,
            List<NeuronType> types,
            List<String> names,
            Optional<String> lifted,
            int bestEpoch,
            boolean units,
            ChartTheme theme) {
        double[] epochs =
                IntStream.rangeClosed(1, tauMs.size()).mapToDouble(e -> e).toArray();
        List<Line> lines = new ArrayList<>();
        if (units && Arrays.stream(NeuronType.values()).anyMatch(type -> differ(tauMs, of(type, types)))) {
            for (int unit = 0; unit < types.size(); unit++) {
                boolean isLifted = lifted.equals(Optional.of(names.get(unit)));
                LineStyle style = isLifted
                        ? LineStyle.solid(theme.foreground(), LIFTED)
                        : LineStyle.solid(theme.of(types.get(unit)), PALE);
                lines.add(Line.of(
                                isLifted ? names.get(unit) : "",
                                epochs,
                                course(tauMs, new int[] {unit}),
                                isLifted ? style : style.pale())
                        .labelled(names.get(unit)));
            }
        }
        for (NeuronType type : NeuronType.values()) {
            int[] own = of(type, types);
            if (own.length > 0 || type != NeuronType.UNKNOWN) {
                LineStyle style = type == NeuronType.INHIBITORY
                        ? LineStyle.dashed(theme.of(type), 2.2)
                        : LineStyle.solid(theme.of(type), 2.2);
                lines.add(Line.of("%s median".formatted(type.letter()), epochs, course(tauMs, own), style));
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

    /** The median over some units per epoch, ms; NaN without a unit. */
    private static double[] course(List<double[]> tauMs, int[] units) {
        return tauMs.stream()
                .mapToDouble(epoch -> Descriptive.median(
                        Arrays.stream(units).mapToDouble(unit -> epoch[unit]).toArray()))
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
