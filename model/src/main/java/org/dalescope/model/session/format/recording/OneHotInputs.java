package org.dalescope.model.session.format.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.RecordingMapping.OneHot;

/**
 * Turns factors into input channels, one per level. A file may give what was shown as series ("is_face",
 * one per level of target_identity), but where it was shown only as a column (target_location): the network needs both
 * at the same time.
 */
final class OneHotInputs {
    private static final String IS = "is_";

    private OneHotInputs() {}

    /**
     * Guesses the factors to turn into channels: categorical ones of the same thing (the first word of the name) as a
     * factor whose levels each have a series.
     */
    static List<OneHot> guessed(List<Factor> factors, RecordingInputs inputs) {
        List<OneHot> guessed = new ArrayList<>();
        for (Factor shown : factors) {
            Optional<List<String>> series = seriesOfLevels(shown, inputs);
            if (series.isEmpty()) {
                continue;
            }
            for (Factor other : factors) {
                if (other.kind() == Factor.Kind.CATEGORICAL
                        && channelPrefix(other).equals(channelPrefix(shown))
                        && seriesOfLevels(other, inputs).isEmpty()
                        && guessed.stream().noneMatch(one -> one.factor().equals(other.name()))) {
                    guessed.add(new OneHot(other.name(), series.get()));
                }
            }
        }
        return guessed;
    }

    /** Adds the channels, named after factor and level. */
    static void add(List<OneHot> oneHots, List<Factor> factors, RecordingInputs inputs, int bins) {
        for (OneHot oneHot : oneHots) {
            Factor factor = factors.stream()
                    .filter(f -> f.name().equals(oneHot.factor()))
                    .findFirst()
                    .orElseThrow(() -> new InputError("The mapping makes channels of the factor '" + oneHot.factor()
                            + "', but there is no such factor. Choose from: "
                            + ReadingNotes.list(
                                    factors.stream().map(Factor::name).toList()) + "."));
            boolean[] on = on(oneHot, inputs, factor.values().length * bins);
            for (double level : factor.levels()) {
                float[] values = new float[on.length];
                for (int i = 0; i < on.length; i++) {
                    values[i] = on[i] && factor.values()[i / bins] == level ? 1 : 0;
                }
                inputs.event(factor.name() + "_" + factor.label(level), values);
            }
        }
    }

    private static boolean[] on(OneHot oneHot, RecordingInputs inputs, int trialBins) {
        boolean[] on = new boolean[trialBins];
        Arrays.fill(on, oneHot.during().isEmpty());
        for (String name : oneHot.during()) {
            float[] gate = inputs.values(name)
                    .orElseThrow(() -> new InputError("The mapping makes channels of '" + oneHot.factor() + "' while '"
                            + name + "' is on, but there is no such channel: correct \"during\" in the mapping."));
            for (int i = 0; i < on.length; i++) {
                on[i] |= gate[i] > 0;
            }
        }
        return on;
    }

    private static Optional<List<String>> seriesOfLevels(Factor factor, RecordingInputs inputs) {
        List<String> names = Arrays.stream(factor.levels())
                .mapToObj(level -> IS + factor.label(level).toLowerCase(Locale.ROOT))
                .toList();
        boolean all = names.size() > 1 && names.stream().allMatch(name -> inputs.hasEvent(name));
        return all ? Optional.of(names) : Optional.empty();
    }

    private static String channelPrefix(Factor factor) {
        int underscore = factor.name().indexOf('_');
        return underscore < 0 ? factor.name() : factor.name().substring(0, underscore);
    }
}
