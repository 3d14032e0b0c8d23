package org.dalescope.app.ui.timeconstants;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.fit.TauChart;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.settings.LearnedTau;

/** The view model of the time constants of a run. */
public final class TauViewModel {
    private TauViewModel() {}

    /**
     * A unit's time constant.
     *
     * @param unit the zero-based index of the unit, E units first
     * @param neuron the neuron of the unit, such as "n3"; "hidden" for a unit without a neuron; "all 8 units" where a
     *     type shares one time constant
     * @param startMs the value after the first epoch
     * @param endMs the value after the newest or best epoch, or after the epoch that the user chose
     */
    public record Row(int unit, NeuronType type, String neuron, double startMs, double endMs) {
        /** The id of the unit's neuron; empty for a hidden unit. */
        public Optional<Integer> neuronId() {
            return neuronOf(neuron);
        }

        public double changeMs() {
            return endMs - startMs;
        }
    }

    /** One row per unit; none before the first epoch. */
    public static List<Row> rows(RunSnapshot run) {
        List<double[]> courses = run.views().tauMs();
        if (courses.isEmpty()) {
            return List.of();
        }
        double[] first = courses.getFirst();
        double[] last = courses.get(Math.clamp(run.chosen().orElse(kept(run)), 1, courses.size()) - 1);
        List<NeuronType> types = run.views().unitTypes(last.length);
        if (run.learnedTau() != LearnedTau.UNIT) {
            return populations(types, first, last);
        }
        List<String> names = run.views().unitNames(last.length);
        return IntStream.range(0, last.length)
                .mapToObj(unit -> new Row(unit, types.get(unit), names.get(unit), first[unit], last[unit]))
                .toList();
    }

    /** The chart, with the line of the selected neuron's unit lifted. */
    static ChartContent chart(RunSnapshot run, Optional<Integer> neuron, ChartTheme theme) {
        return TauChart.of(
                run.views(), run.tauReferences(), neuron, run.bestEpoch(), run.learnedTau() == LearnedTau.UNIT, theme);
    }

    /** The id of the neuron with a name such as "n3"; empty for a hidden unit. */
    static Optional<Integer> neuronOf(String name) {
        return name.matches("n\\d+") ? Optional.of(Integer.valueOf(name.substring(1))) : Optional.empty();
    }

    /** The caption that explains the curves. */
    public static String caption(RunSnapshot run) {
        int others = run.tauReferences().otherSeeds().size();
        return learned(run)
                + (others == 0 ? "" : " The bands are the range of the medians over %s seeds.".formatted(others + 1))
                + (run.tauReferences().trueMs().isEmpty()
                        ? ""
                        : " Dotted lines are the true values of the synthetic circuit.");
    }

    private static String learned(RunSnapshot run) {
        return switch (run.learnedTau()) {
            case FIXED ->
                "Time constants are fixed in this run. To learn them, set Network / Time constants / Learned to "
                        + "'population' or 'unit' (network.tau.learned) and fit again.";
            case POPULATION -> "One time constant is learned for all E units and one for all I units.";
            case UNIT ->
                "Every unit learns its own time constant: single units are pale, the median of a type is strong. Point at a"
                        + " line to read whose it is; click it to select its neuron in all views.";
        };
    }

    /** The newest epoch of a live run, and the best epoch of another run, whose network is kept. */
    private static int kept(RunSnapshot run) {
        return run.isLive() ? run.views().tauMs().size() : run.bestEpoch();
    }

    /** The title of the column of the values at the shown epoch. */
    static String endTitle(RunSnapshot run) {
        return run.chosen()
                .map("Epoch %s (ms)"::formatted)
                .orElse(run.isLive() ? "Now (ms)" : "Best, %s (ms)".formatted(run.bestEpoch()));
    }

    /** One row for each type, because all its units share one time constant. */
    private static List<Row> populations(List<NeuronType> types, double[] first, double[] last) {
        return types.stream()
                .distinct()
                .map(type -> {
                    int unit = types.indexOf(type);
                    int units = (int) types.stream().filter(type::equals).count();
                    return new Row(unit, type, "all %s units".formatted(units), first[unit], last[unit]);
                })
                .toList();
    }
}
