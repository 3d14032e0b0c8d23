package org.dalescope.app.ui.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dalescope.app.chart.comparison.ComparisonCurves.Curve;
import org.dalescope.model.run.comparison.PairedNeuronScores;

/**
 * The comparison of runs that the compare view shows, with a pair A and B for the comparison by neuron.
 *
 * @param runs in the order in which they were chosen
 * @param first run A of the pair; empty if there is none
 * @param second run B
 */
public record RunComparison(
        List<ComparedRun> runs, RunGrouping grouping, Optional<ComparedRun> first, Optional<ComparedRun> second) {
    /** The comparison without runs. */
    static final RunComparison EMPTY =
            new RunComparison(List.of(), RunGrouping.NONE, Optional.empty(), Optional.empty());

    /** Two runs that are compared neuron by neuron. */
    public record Pair(ComparedRun a, ComparedRun b) {
        PairedNeuronScores neurons() {
            return PairedNeuronScores.of(a.r(), b.r());
        }
    }

    static RunComparison of(
            List<ComparedRun> runs, RunGrouping grouping, Optional<Path> wantedFirst, Optional<Path> wantedSecond) {
        Optional<ComparedRun> a =
                named(runs, wantedFirst).or(() -> runs.stream().findFirst());
        Optional<ComparedRun> b = named(runs, wantedSecond)
                .filter(run -> !a.equals(Optional.of(run)))
                .or(() -> runs.stream()
                        .filter(run -> a.filter(other -> !other.equals(run) && other.isComparableWith(run))
                                .isPresent())
                        .findFirst())
                .or(() ->
                        runs.stream().filter(run -> !a.equals(Optional.of(run))).findFirst());
        return new RunComparison(runs, grouping, a, b);
    }

    private static Optional<ComparedRun> named(List<ComparedRun> runs, Optional<Path> folder) {
        return runs.stream()
                .filter(run -> folder.filter(run.entry().run().folder()::equals).isPresent())
                .findFirst();
    }

    /** One learning curve per group. */
    List<Curve> curves() {
        return grouping.of(runs).entrySet().stream()
                .map(group -> new Curve(
                        group.getKey(),
                        group.getValue().stream()
                                .map(run -> run.picture().history())
                                .toList(),
                        group.getValue().stream()
                                .map(run -> run.picture().ceilings().trainingPsth())
                                .toList()))
                .toList();
    }

    /** A and B, if they can be compared neuron by neuron. */
    Optional<Pair> pair() {
        return first.flatMap(a -> second.filter(a::isComparableWith).map(b -> new Pair(a, b)));
    }

    /** Why A and B cannot be compared neuron by neuron; empty if they can. */
    String whyNoPair() {
        if (first.isEmpty() || second.isEmpty()) {
            return "This comparison needs two runs. Select another run in the library on the left and press C, or"
                    + " choose 'Add to comparison' in its context menu.";
        }
        if (pair().isPresent()) {
            return "";
        }
        return ("%s and %s have %s, so their neurons and scored trials differ. Curves and Table can compare them. "
                        + "For the other tabs, choose two runs of one session and split as A and B.")
                .formatted(first.get().name(), second.get().name(), difference(first.get(), second.get()));
    }

    private static String difference(ComparedRun a, ComparedRun b) {
        String sessionA = a.entry().facts().map(f -> f.sessionSha256()).orElse("");
        String sessionB = b.entry().facts().map(f -> f.sessionSha256()).orElse("");
        return sessionA.equals(sessionB) ? "different splits" : "different sessions";
    }

    /** The runs whose neurons and trials are those of A, A first. */
    List<ComparedRun> comparableWithFirst() {
        return first.map(a -> runs.stream()
                        .filter(run -> run.isComparableWith(a))
                        .sorted((x, y) -> Boolean.compare(y.equals(a), x.equals(a)))
                        .toList())
                .orElse(List.of());
    }

    /** The message about runs that cannot be shown together with A; empty if all can. */
    String leftOut() {
        int out = runs.size() - comparableWithFirst().size();
        return out == 0
                ? ""
                : ("%s%s of another session or split than A and not shown here, because neurons and trials differ. "
                                + "See Curves and Table.")
                        .formatted(out, out == 1 ? " run is" : " runs are");
    }
}
