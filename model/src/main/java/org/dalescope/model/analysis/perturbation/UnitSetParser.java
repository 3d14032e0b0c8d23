package org.dalescope.model.analysis.perturbation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalescope.model.analysis.perturbation.UnitSet.Common;
import org.dalescope.model.analysis.perturbation.UnitSet.Group;
import org.dalescope.model.analysis.perturbation.UnitSet.InDegreeQuarter;
import org.dalescope.model.analysis.perturbation.UnitSet.Neurons;
import org.dalescope.model.analysis.perturbation.UnitSet.Units;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.NearestName;

/** Parses the sets of units of perturbations from text. */
public final class UnitSetParser {
    /** The texts that can be parsed, for messages. */
    public static final String WORDS =
            "E, I, recorded, hidden, all, ids:3,7 (recorded neurons), units:0,5 (indices in the"
                    + " network), in-degree:1 to in-degree:4, or several with & between them for their intersection";

    private static final List<String> NUMBERED = List.of("ids", "units", "in-degree");

    private UnitSetParser() {}

    /**
     * Parses a set of units, such as {@code I}, {@code ids:3,7} or {@code E&hidden}.
     *
     * @throws InputError if the text does not name a set
     */
    public static UnitSet of(String words) {
        List<UnitSet> sets =
                Arrays.stream(words.split("&", -1)).map(UnitSetParser::single).toList();
        return sets.size() == 1 ? sets.getFirst() : new Common(sets);
    }

    private static UnitSet single(String words) {
        String word = words.strip();
        int colon = word.indexOf(':');
        if (colon >= 0) {
            String numbers = word.substring(colon + 1);
            return switch (word.substring(0, colon)) {
                case "ids" -> new Neurons(numbers(numbers, word));
                case "units" -> new Units(numbers(numbers, word));
                case "in-degree" -> quarter(numbers, word);
                default -> throw unknown(word);
            };
        }
        return Arrays.stream(Group.values())
                .filter(group -> group.text().equals(word))
                .findFirst()
                .orElseThrow(() -> unknown(word));
    }

    private static UnitSet quarter(String numbers, String word) {
        List<Integer> quarter = numbers(numbers, word);
        if (quarter.size() != 1 || quarter.getFirst() < 1 || quarter.getFirst() > 4) {
            throw new InputError("'" + word + "' is not a quarter of the units. Write in-degree:1 (smallest"
                    + " in-degree) to in-degree:4 (largest).");
        }
        return new InDegreeQuarter(quarter.getFirst());
    }

    private static List<Integer> numbers(String list, String word) {
        try {
            return Arrays.stream(list.split(",", -1))
                    .map(number -> Integer.valueOf(number.strip()))
                    .toList();
        } catch (NumberFormatException e) {
            throw new InputError(
                    "'" + word + "' contains something other than whole numbers. Write numbers with commas, such as"
                            + " ids:3,7.",
                    e);
        }
    }

    private static InputError unknown(String word) {
        List<String> names = Stream.concat(Arrays.stream(Group.values()).map(Group::text), NUMBERED.stream())
                .toList();
        return new InputError("There is no set of units '" + word + "'" + NearestName.hint(word, names)
                + ". Choose from: " + WORDS + ".");
    }

    static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
