package org.dalescope.model.session.format.arrays;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.ArrayMapping;
import org.dalescope.model.session.ArrayMapping.Activity;
import org.dalescope.model.session.ArrayMapping.Axis;
import org.dalescope.model.session.ArrayMapping.Content;
import org.dalescope.model.session.ArrayMapping.Timing;
import org.dalescope.model.session.format.arrays.GuessedActivity.Candidate;
import org.dalescope.model.session.format.container.Container;
import org.dalescope.model.session.format.container.ContainerVariables;
import org.dalescope.model.session.format.container.ElementCounts;

/**
 * A guessed mapping for a file of arrays, from the names, shapes and values of its variables.
 *
 * @param findings the guesses, for the user to check
 */
public record MappingGuess(ArrayMapping mapping, List<Finding> findings) {
    private static final String EXAMPLE = "{\"kind\": \"arrays\", \"activity\": {\"variable\": \"NAME\", \"holds\":"
            + " \"counts\", \"axes\": [\"trial\", \"bin\", \"neuron\"]}, \"time\": {\"bin_ms\": 20}}";

    /** Guesses the mapping of a container.
     *
     * @throws InputError that lists the variables if none of them looks like activity
     */
    public static MappingGuess of(Container container) {
        ContainerVariables variables = new ContainerVariables(container);
        List<Candidate> candidates = GuessedActivity.candidates(variables, container.matlabOrder());
        Optional<GuessedTriplets> triplets = candidates.isEmpty() ? GuessedTriplets.of(variables) : Optional.empty();
        if (candidates.isEmpty() && triplets.isEmpty()) {
            Optional<MappingGuess> averages = GuessedAverages.of(variables, container.matlabOrder());
            if (averages.isPresent()) {
                return averages.get();
            }
        }
        Candidate best = triplets.map(GuessedTriplets::candidate)
                .or(() -> candidates.stream().max(Comparator.comparingDouble(Candidate::score)))
                .orElseThrow(
                        () -> new InputError("The file has no array with three axes and no list of spike times that"
                                + " could be the activity; its variables are " + variables.listing()
                                + negative(GuessedActivity.negative(variables))
                                + ": describe them with --mapping FILE.json, such as " + EXAMPLE + "."));
        List<Finding> findings = new ArrayList<>();
        GuessedTime time = new GuessedTime(variables, findings);
        Timing timing = time.timing(best);
        boolean counts = best.holds() == Content.RATES && best.whole() && !best.saysRates();
        Content content = counts ? Content.COUNTS : best.holds();
        findings.addFirst(Finding.warning(
                "guessed-activity",
                "'" + best.variable().name() + "' ("
                        + ElementCounts.text(best.variable().shape()) + ") is taken as "
                        + word(content) + " with the axes "
                        + String.join(", ", best.axes().stream().map(Axis::word).toList()) + ": "
                        + best.why() + ". Check this guess; if it is wrong, correct it with --mapping."));
        GuessedLabels labels = new GuessedLabels(variables, best, timing, findings);
        Activity activity = triplets.map(names -> new Activity(
                        "",
                        Content.SPIKE_TRIPLETS,
                        List.of(),
                        time.unit(best),
                        names.trialOf(),
                        names.neuronOf(),
                        names.timeOf(),
                        "",
                        ""))
                .orElseGet(() -> new Activity(
                        best.variable().name(), content, best.axes(), time.unit(best), "", "", "", "", ""));
        ArrayMapping mapping =
                new ArrayMapping(activity, timing, labels.neurons(), labels.trials(), labels.inputs(), List.of());
        return new MappingGuess(mapping, List.copyOf(findings));
    }

    private static String negative(List<String> names) {
        return names.isEmpty()
                ? ""
                : " (" + String.join(", ", names) + (names.size() == 1 ? " holds" : " hold")
                        + " negative numbers, which spike counts and rates in sp/s cannot have)";
    }

    private static String word(Content content) {
        return switch (content) {
            case RATES -> "rates in sp/s";
            case COUNTS -> "spike counts";
            case SPIKE_TIMES -> "spike times";
            case SPIKE_TRIPLETS -> "spike triplets";
            case AVERAGES -> "averages over trials";
        };
    }
}
