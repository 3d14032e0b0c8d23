package org.dalescope.model.session.format.arrays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dalescope.model.common.Finding;
import org.dalescope.model.session.ArrayMapping;
import org.dalescope.model.session.ArrayMapping.Activity;
import org.dalescope.model.session.ArrayMapping.Average;
import org.dalescope.model.session.ArrayMapping.Axis;
import org.dalescope.model.session.ArrayMapping.Content;
import org.dalescope.model.session.ArrayMapping.Timing;
import org.dalescope.model.session.ArrayMapping.Trials;
import org.dalescope.model.session.ArrayMapping.Unit;
import org.dalescope.model.session.format.arrays.GuessedActivity.Candidate;
import org.dalescope.model.session.format.container.ContainerVariables;
import org.dalescope.model.session.format.container.ElementCounts;
import org.dalescope.model.session.format.container.Variable;
import org.dalescope.model.session.format.container.Variable.Numeric;

/**
 * Guesses which variables of a file without single trials are averages over trials: arrays of equal shape with two
 * axes whose names say PSTH or mean.
 */
final class GuessedAverages {
    private static final Set<String> LIKELY = VariableNameWords.set("psth psths mean average avg averaged");
    /** Words for the spread of an average, which is no average itself. */
    private static final Set<String> SPREADS =
            VariableNameWords.set("sem std sd se ste stderr ci var variance err error");

    /** Shorter bins are merged: PSTHs of a few ms are mostly noise, and a fit needs time for every bin. */
    private static final double LEAST_BIN_MS = 10;

    private static final double WANTED_BIN_MS = 20;

    private GuessedAverages() {}

    static Optional<MappingGuess> of(ContainerVariables variables, boolean matlab) {
        List<Numeric> alike = alike(variables);
        if (alike.isEmpty()) {
            return Optional.empty();
        }
        Numeric first = alike.getFirst();
        AxisEvidence.Choice choice = new AxisEvidence(variables, first.name()).flat(first.shape(), matlab);
        List<Finding> findings = new ArrayList<>();
        Candidate candidate =
                new Candidate(first, Content.AVERAGES, choice.axes(), first.shape(), false, 0, choice.why());
        Timing timing =
                merged(new GuessedTime(variables, findings).timing(candidate), candidate.length(Axis.BIN), findings);
        findings.addFirst(Finding.warning(
                "guessed-averages",
                "'" + String.join("', '", alike.stream().map(Numeric::name).toList()) + "' ("
                        + ElementCounts.text(first.shape())
                        + ") are taken as averages over trials in sp/s with the axes "
                        + String.join(
                                ", ", choice.axes().stream().map(Axis::word).toList()) + ": " + choice.why()
                        + ". Check this guess; if it is wrong, correct it with --mapping."));
        GuessedLabels labels = new GuessedLabels(variables, candidate, timing, findings);
        ArrayMapping mapping = new ArrayMapping(
                new Activity("", Content.AVERAGES, choice.axes(), Unit.SECONDS, "", "", "", "", ""),
                timing,
                labels.neurons(),
                new Trials("", "", Unit.MILLISECONDS, List.of()),
                List.of(),
                alike.stream().map(array -> new Average(array.name(), "", 0)).toList());
        return Optional.of(new MappingGuess(mapping, List.copyOf(findings)));
    }

    /** The arrays whose names say that they are averages, of the shape that most of them have. */
    private static List<Numeric> alike(ContainerVariables variables) {
        List<Numeric> found = new ArrayList<>();
        for (Map.Entry<String, Variable> entry : variables.all().entrySet()) {
            if (entry.getValue() instanceof Numeric array
                    && array.shape().length == 2
                    && !GuessedActivity.isVector(array.shape())
                    && VariableNameWords.of(entry.getKey()).any(LIKELY)
                    && !VariableNameWords.of(entry.getKey()).any(SPREADS)) {
                found.add(array);
            }
        }
        List<Numeric> most = List.of();
        for (Numeric one : found) {
            List<Numeric> same = found.stream()
                    .filter(other -> Arrays.equals(other.shape(), one.shape()))
                    .toList();
            most = same.size() > most.size() ? same : most;
        }
        return most.stream()
                .filter(array -> Arrays.stream(array.values().get()).allMatch(value -> value >= 0))
                .toList();
    }

    private static Timing merged(Timing stored, int bins, List<Finding> findings) {
        if (stored.binMs() >= LEAST_BIN_MS) {
            return stored;
        }
        int merge = (int) Math.clamp(Math.rint(WANTED_BIN_MS / stored.binMs()), 1, Math.max(1, bins / 2.0));
        if (merge == 1) {
            return stored;
        }
        findings.add(Finding.notice(
                "guessed-merge",
                merge + " stored bins of " + ContainerVariables.plain(stored.binMs()) + " ms make one bin of "
                        + ContainerVariables.plain(merge * stored.binMs())
                        + " ms: to change this, set time.merge_bins in the mapping."));
        return new Timing(stored.binMs(), stored.startMs(), stored.stopMs(), stored.event(), merge);
    }
}
