package org.dalescope.model.analysis.perturbation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalescope.model.analysis.perturbation.Intervention.Cut;
import org.dalescope.model.analysis.perturbation.Intervention.Drive;
import org.dalescope.model.analysis.perturbation.Intervention.Lesion;
import org.dalescope.model.analysis.perturbation.Intervention.Silence;
import org.dalescope.model.common.DecimalParser;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.NearestName;
import org.dalescope.model.session.TimeWindow;

/**
 * Reads and writes perturbations as a line of text, with clauses separated by semicolons, such as
 * {@code silence I 0.5; drive ids:3,7 0.5; cut E->I 0; lesion go_signal; window 300:600}.
 */
public final class PerturbationText {
    private static final List<String> VERBS = List.of("silence", "drive", "cut", "lesion", "window");

    private PerturbationText() {}

    /** The text that {@link #of} reads; empty for the perturbation without interventions. */
    public static String of(Perturbation perturbation) {
        Stream<String> window = perturbation.window().equals(TimeWindow.WHOLE)
                ? Stream.empty()
                : Stream.of("window " + perturbation.window().text());
        return Stream.concat(perturbation.interventions().stream().map(Intervention::text), window)
                .collect(Collectors.joining("; "));
    }

    /**
     * Parses a perturbation.
     *
     * @throws InputError if a clause cannot be parsed
     */
    public static Perturbation of(String text) {
        List<Intervention> interventions = new ArrayList<>();
        Optional<TimeWindow> window = Optional.empty();
        for (String part : text.split(";", -1)) {
            String clause = part.strip();
            if (clause.isEmpty()) {
                continue;
            }
            String[] words = clause.split("\\s+", 2);
            String rest = words.length == 2 ? words[1] : "";
            switch (words[0]) {
                case "silence" -> interventions.add(new Silence(units(rest, clause), last(rest, clause)));
                case "drive" -> interventions.add(new Drive(units(rest, clause), last(rest, clause)));
                case "cut" -> interventions.add(cut(rest, clause));
                case "lesion" -> interventions.add(lesion(rest, clause));
                case "window" -> {
                    if (window.isPresent()) {
                        throw new InputError("Two windows are given, but a perturbation has only one, which applies to"
                                + " all interventions. Remove one of them.");
                    }
                    window = Optional.of(TimeWindow.of(rest));
                }
                default ->
                    throw new InputError("'" + words[0] + "' is not an intervention" + NearestName.hint(words[0], VERBS)
                            + ". Choose from: " + String.join(", ", VERBS) + ".");
            }
        }
        return new Perturbation(window.orElse(TimeWindow.WHOLE), List.copyOf(interventions));
    }

    private static Intervention cut(String rest, String clause) {
        String[] blocks = sets(rest, clause).split("->", -1);
        if (blocks.length != 2) {
            throw new InputError("'" + clause + "' names no weights. Write from->to and a factor, such as cut E->I 0.");
        }
        return new Cut(UnitSetParser.of(blocks[0]), UnitSetParser.of(blocks[1]), last(rest, clause));
    }

    private static Intervention lesion(String rest, String clause) {
        if (rest.isBlank()) {
            throw new InputError("'" + clause + "' names no input. Write its name, such as lesion go_signal.");
        }
        return new Lesion(rest.strip());
    }

    private static UnitSet units(String rest, String clause) {
        return UnitSetParser.of(sets(rest, clause));
    }

    /** The clause without its last word. */
    private static String sets(String rest, String clause) {
        String[] words = rest.split("\\s+", -1);
        if (words.length < 2) {
            throw new InputError("'" + clause + "' is too short. Give the units and a number, such as silence I 0.5.");
        }
        return String.join("", Arrays.copyOf(words, words.length - 1));
    }

    private static double last(String rest, String clause) {
        String[] words = rest.split("\\s+", -1);
        return parse(words[words.length - 1], "number at the end of '" + clause + "'");
    }

    /** Parses a finite number. */
    static double parse(String word, String what) {
        return DecimalParser.parse(word)
                .orElseThrow(() -> new InputError("The " + what + " is '" + word + "'. Give a finite number."));
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
