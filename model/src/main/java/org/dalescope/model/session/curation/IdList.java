package org.dalescope.model.session.curation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dalescope.model.common.InputError;

/**
 * A list of neurons or trials, as a setting that leaves them out writes their ids: numbers and ranges, such as {@code
 * 3,7,10-14}.
 */
public record IdList(List<Range> ranges) {
    private static final Pattern ITEM = Pattern.compile("(-?\\d{1,9})(?:\\s*-\\s*(-?\\d{1,9}))?");

    /** Ids from {@code first} to {@code last}, both included. */
    public record Range(int first, int last) {
        boolean contains(int id) {
            return first <= id && id <= last;
        }

        /** As a setting writes it. */
        String text() {
            return first == last ? Integer.toString(first) : first + "-" + last;
        }
    }

    /**
     * Reads a list.
     *
     * @param key the setting, for the error
     * @throws InputError if an item is neither a number nor a range, with the item
     */
    public static IdList parse(String text, String key) {
        List<Range> ranges = new ArrayList<>();
        for (String item : items(text)) {
            ranges.add(range(item, key));
        }
        return new IdList(List.copyOf(ranges));
    }

    /** The list of some ids; consecutive ids become ranges. */
    public static IdList of(int[] ids) {
        int[] sorted = Arrays.stream(ids).sorted().distinct().toArray();
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < sorted.length; i++) {
            int from = i;
            while (i + 1 < sorted.length && sorted[i + 1] == sorted[i] + 1) {
                i++;
            }
            ranges.add(new Range(sorted[from], sorted[i]));
        }
        return new IdList(List.copyOf(ranges));
    }

    /** The items between commas, without empty ones. */
    static List<String> items(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    static Range range(String item, String key) {
        Matcher matcher = ITEM.matcher(item);
        if (!matcher.matches()) {
            throw new InputError("Setting " + key + " cannot hold '" + item
                    + "': it takes ids and ranges separated by commas, such as 3,7,10-14.");
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        if (last < first) {
            throw new InputError(
                    "Setting " + key + " cannot hold '" + item + "': a range goes from the lower to the higher id.");
        }
        return new Range(first, last);
    }

    public boolean contains(int id) {
        return ranges.stream().anyMatch(range -> range.contains(id));
    }

    /** The first item, as text, that contains none of the given ids. */
    public Optional<String> firstWithout(int[] ids) {
        return ranges.stream()
                .filter(range -> Arrays.stream(ids).noneMatch(range::contains))
                .map(Range::text)
                .findFirst();
    }

    /** The list with one more id. */
    public IdList with(int id) {
        if (contains(id)) {
            return this;
        }
        List<Range> more = new ArrayList<>(ranges);
        more.add(new Range(id, id));
        return new IdList(List.copyOf(more));
    }

    /** The list without an id; a range that contains the id is split in two. */
    public IdList without(int id) {
        List<Range> fewer = new ArrayList<>();
        for (Range range : ranges) {
            if (!range.contains(id)) {
                fewer.add(range);
                continue;
            }
            if (range.first() < id) {
                fewer.add(new Range(range.first(), id - 1));
            }
            if (id < range.last()) {
                fewer.add(new Range(id + 1, range.last()));
            }
        }
        return new IdList(List.copyOf(fewer));
    }

    /** As a setting writes it. */
    public String text() {
        return ranges.stream().map(Range::text).collect(Collectors.joining(","));
    }
}
