package org.dalescope.app.ui.timeconstants;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.model.session.NeuronType;

/** The view model of the time constants of a run. */
public final class TauViewModel {
    private TauViewModel() {}

    /**
     * A unit's time constant.
     *
     * @param unit the zero-based index of the unit, E units first
     * @param neuron the neuron of the unit, such as "n3"; "hidden" for a unit without a neuron
     * @param startMs the value after the first epoch
     * @param endMs the value after the last epoch, or after the epoch that the user chose
     */
    public record Row(int unit, NeuronType type, String neuron, double startMs, double endMs) {
        /** The id of the unit's neuron; empty for a hidden unit. */
        public Optional<Integer> neuronId() {
            return neuron.startsWith("n") ? Optional.of(Integer.valueOf(neuron.substring(1))) : Optional.empty();
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
        double[] last = courses.get(Math.clamp(run.chosen().orElse(courses.size()), 1, courses.size()) - 1);
        List<NeuronType> types = run.views().unitTypes(last.length);
        List<String> names = names(run, last.length);
        return IntStream.range(0, last.length)
                .mapToObj(unit -> new Row(unit, types.get(unit), names.get(unit), first[unit], last[unit]))
                .toList();
    }

    /** The caption that explains the curves. */
    public static String caption(RunSnapshot run) {
        return switch (run.learnedTau()) {
            case FIXED ->
                "Time constants are fixed in this run. To learn them, set Network / Time constants / Learned to "
                        + "'population' or 'unit' (network.tau.learned) and fit again.";
            case POPULATION -> "One time constant is learned for all E units and one for all I units.";
            case UNIT -> "Every unit learns its own time constant: single units pale, population means strong.";
        };
    }

    /**
     * The names of the units in the order recorded E, hidden E, recorded I, hidden I, unknown; recorded units are in
     * the session's order.
     */
    private static List<String> names(RunSnapshot run, int units) {
        List<String> names = new ArrayList<>(Collections.nCopies(units, "hidden"));
        List<NeuronType> types = run.views().unitTypes(units);
        for (int i = 0; i < run.views().neuronIds().length; i++) {
            NeuronType own = run.views().types().get(i);
            int before = (int) run.views().types().subList(0, i).stream()
                    .filter(own::equals)
                    .count();
            int unit = types.indexOf(own) + before;
            if (types.contains(own) && unit < units) {
                names.set(unit, "n" + run.views().neuronIds()[i]);
            }
        }
        return names;
    }
}
