package org.dalescope.model.session.format.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Session;

/**
 * The arrays of a plain export that the laboratory's scripts look up by name: its inputs one by one, in the units in
 * which they were recorded, and its factors. The general arrays hold the same data.
 */
final class LabArrayNames {
    private static final List<String> INPUTS = List.of(
            "fixation_on",
            "go_signal",
            "reward_on",
            "eye_x",
            "eye_y",
            "is_face",
            "is_nonface",
            "is_bullseye",
            "high_salience",
            "low_salience");
    private static final List<String> FACTORS = List.of("reward", "probability", "identity", "salience", "location");
    private static final String TARGET = "target_loc_";

    private LabArrayNames() {}

    static List<NamedArray> arrays(Session session) {
        int trials = session.trials();
        int bins = session.bins();
        List<NamedArray> arrays = new ArrayList<>();
        List<Channel> channels = session.channels();
        for (int k = 0; k < channels.size(); k++) {
            Channel channel = channels.get(k);
            if (INPUTS.contains(channel.name())) {
                arrays.add(NamedArray.of("input_" + channel.name(), columns(session, new int[] {k}), trials, bins));
            }
        }
        int[] targets = IntStream.range(0, channels.size())
                .filter(k -> channels.get(k).name().startsWith(TARGET))
                .toArray();
        if (targets.length > 0) {
            arrays.add(NamedArray.of("input_target_loc", columns(session, targets), trials, bins, targets.length));
        }
        for (Factor factor : session.factors()) {
            if (FACTORS.contains(factor.name())) {
                arrays.add(NamedArray.of("trial_" + factor.name(), factor.values()));
            }
        }
        return arrays;
    }

    private static float[] columns(Session session, int[] chosen) {
        int channels = session.channels().size();
        float[] columns = new float[session.trials() * session.bins() * chosen.length];
        for (int i = 0; i < columns.length; i++) {
            int k = chosen[i % chosen.length];
            Channel channel = session.channels().get(k);
            float value = session.inputs()[i / chosen.length * channels + k];
            columns[i] = (float) (value * channel.sd() + channel.mean());
        }
        return columns;
    }
}
