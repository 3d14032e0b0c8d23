package org.dalescope.model.session.curation;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dalescope.model.session.Channel;

/**
 * A pattern of names of input channels, in which a star stands for any letters.
 *
 * @param text as a setting writes it, such as {@code target_loc_*}
 */
public record ChannelPattern(String text) {
    public static ChannelPattern of(String text) {
        return new ChannelPattern(text);
    }

    /** Whether the pattern has a star, so that it may fit no channel of a session. */
    public boolean isOpen() {
        return text.contains("*");
    }

    /** The positions of the channels that fit. */
    public int[] positions(List<Channel> channels) {
        Pattern pattern = Pattern.compile(
                List.of(text.split("\\*", -1)).stream().map(Pattern::quote).collect(Collectors.joining(".*")));
        return IntStream.range(0, channels.size())
                .filter(i -> pattern.matcher(channels.get(i).name()).matches())
                .toArray();
    }
}
