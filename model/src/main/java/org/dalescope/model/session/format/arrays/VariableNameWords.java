package org.dalescope.model.session.format.arrays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dalescope.model.session.ArrayMapping.Unit;

/**
 * The words of an array's name, by which its meaning is guessed: "params" does not end in "ms", "cancelled" does not
 * contain "cell", and "category" does not contain "go". Words end at punctuation, at digits and before capitals. Words
 * that are written together, such as "celltype" or "binsizems", are separated if they consist only of usual words.
 *
 * @param words in lower case, in their order
 */
record VariableNameWords(List<String> words) {
    private static final Pattern BOUNDARY =
            Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll}{2})");

    /** Words of this length or longer also match longer words that begin with them: "neuron" matches "neuronal". */
    private static final int STEM = 4;

    /** The usual words of variable names in this field, into which words that are written together are separated. */
    private static final Set<String> USUAL = Set.of(
            ("activity all area areas axes axis behav bin binned bins block brain cell cells center centers centre centres"
                            + " choice class cluster clusters cond condition conditions correct count counts cue data"
                            + " delay depth dir direction dt dur duration durations edge edges event events eye firing"
                            + " fr frame freq fs go hand hz id ids in index input inputs is label labels len length"
                            + " lengths lick mask mean ms msec movement neural neuron neurons number num off on onset"
                            + " onsets outcome per pop pos position psth pupil raster rasters rate rates raw reaction"
                            + " region regions resp response responses reward rewards sample samples sampling sec session"
                            + " side size sorted speed spike spikes spk spks stamp stamps start step stim stimulus stop"
                            + " target targets time times train trains trial trials type types unit units vec vel"
                            + " velocity wheel width")
                    .split(" ", -1));

    private static final Map<Unit, Set<String>> UNITS = Map.of(
            Unit.MILLISECONDS, set("ms msec msecs millis millisecond milliseconds"),
            Unit.SECONDS, set("sec secs second seconds"),
            Unit.MICROSECONDS, set("us usec usecs microsecond microseconds"));

    static VariableNameWords of(String path) {
        List<String> words = new ArrayList<>();
        for (String word : BOUNDARY.split(path, -1)) {
            if (!word.isEmpty()) {
                words.addAll(apart(word.toLowerCase(Locale.ROOT)));
            }
        }
        return new VariableNameWords(List.copyOf(words));
    }

    /** The unit that the last part of a path names; "s" names one only at the very end. */
    static Optional<Unit> unit(String path) {
        List<String> words = of(path.substring(path.lastIndexOf('.') + 1)).words();
        for (String word : words.reversed()) {
            for (Map.Entry<Unit, Set<String>> unit : UNITS.entrySet()) {
                if (unit.getValue().contains(word)) {
                    return Optional.of(unit.getKey());
                }
            }
        }
        return words.size() > 1 && words.getLast().equals("s") ? Optional.of(Unit.SECONDS) : Optional.empty();
    }

    /** The words of a text, which are separated by spaces, as a set. */
    static Set<String> set(String words) {
        return Set.of(words.split(" ", -1));
    }

    /**
     * Whether the name contains one of these words, also in the plural; a long one also matches the beginning of a
     * word.
     */
    boolean any(Set<String> stems) {
        return words.stream().anyMatch(word -> is(word, stems));
    }

    /** Whether the last word is one of these. */
    boolean ends(Set<String> whole) {
        return !words.isEmpty() && whole.contains(words.getLast());
    }

    /** Whether a word of the first kind comes directly before one of the second. */
    boolean pair(Set<String> first, Set<String> second) {
        for (int i = 1; i < words.size(); i++) {
            if (is(words.get(i - 1), first) && is(words.get(i), second)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(String word, Set<String> stems) {
        return stems.stream()
                .anyMatch(stem -> word.equals(stem)
                        || word.equals(stem + "s")
                        || (stem.length() >= STEM && word.startsWith(stem)));
    }

    /** The usual words that a word is made of, or the word itself. */
    private static List<String> apart(String word) {
        int length = word.length();
        int[] from = new int[length + 1];
        Arrays.fill(from, -1);
        from[0] = 0;
        for (int end = 1; end <= length; end++) {
            for (int begin = 0; begin < end && from[end] < 0; begin++) {
                if (from[begin] >= 0 && USUAL.contains(word.substring(begin, end))) {
                    from[end] = begin;
                }
            }
        }
        if (from[length] < 0) {
            return List.of(word);
        }
        List<String> parts = new ArrayList<>();
        for (int end = length; end > 0; end = from[end]) {
            parts.addFirst(word.substring(from[end], end));
        }
        return parts;
    }
}
