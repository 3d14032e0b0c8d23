package org.dalescope.model.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Session;

/**
 * The target signals of a network's read-out.
 *
 * @param channels their positions among the session's channels
 */
public record ReadOutTargets(List<String> names, int[] channels) {
    private static final String KEY = "loss.output.channels";

    /**
     * The targets of a comma-separated list of names.
     *
     * @throws InputError if a name is not that of a continuous channel of the session, or occurs twice
     */
    public static ReadOutTargets of(Session session, String words) {
        return of(
                session, Arrays.stream(words.split(",", -1)).map(String::strip).toList());
    }

    /** The targets of these names. */
    public static ReadOutTargets of(Session session, List<String> names) {
        if (names.stream().distinct().count() < names.size()) {
            throw new InputError(
                    KEY + " names a channel twice (" + String.join(", ", names) + "): name each target once.");
        }
        return new ReadOutTargets(
                names, names.stream().mapToInt(name -> channel(session, name)).toArray());
    }

    private static int channel(Session session, String name) {
        List<Channel> channels = session.channels();
        int[] continuous = IntStream.range(0, channels.size())
                .filter(i -> channels.get(i).kind() == Channel.Kind.CONTINUOUS)
                .toArray();
        return Arrays.stream(continuous)
                .filter(i -> channels.get(i).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputError("There is no continuous input '" + name + "' in this session ("
                        + KEY + "); "
                        + (continuous.length == 0
                                ? "it has none: set loss.output.weight=0."
                                : "there are: "
                                        + String.join(
                                                ", ",
                                                Arrays.stream(continuous)
                                                        .mapToObj(i ->
                                                                channels.get(i).name())
                                                        .toList())
                                        + ".")));
    }
}
