package org.dalescope.model.network.inputs;

import java.util.Locale;
import java.util.Optional;
import org.dalescope.model.common.DecimalParser;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.curation.IdList;

/** A rule that says which units an input channel drives. */
public sealed interface InputRule {
    /** The key of the setting with the rules. */
    String KEY = "network.inputs.rules";
    /** An id or a range of ids. */
    String ID = "\\d{1,9}(-\\d{1,9})?";

    /** The channel drives all units. */
    record Everyone() implements InputRule {}

    /** The channel drives no unit. */
    record Nobody() implements InputRule {}

    /** The channel drives the units of one type. */
    record OfType(NeuronType type) implements InputRule {}

    /** The channel drives the E units whose receptive field is the place that the channel belongs to. */
    record Field() implements InputRule {}

    /**
     * The channel drives each unit with a probability.
     *
     * @param share 0 to 1
     */
    record Share(double share) implements InputRule {}

    /** The channel drives the units of some neurons. */
    record Neurons(IdList ids) implements InputRule {}

    /**
     * Reads a rule.
     *
     * @param text the part after the equals sign
     * @throws InputError if it is not a rule
     */
    static InputRule parse(String text) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        return switch (words) {
            case "all" -> new Everyone();
            case "none" -> new Nobody();
            case "e" -> new OfType(NeuronType.EXCITATORY);
            case "i" -> new OfType(NeuronType.INHIBITORY);
            case "field" -> new Field();
            default -> words.startsWith("share") ? share(words, text) : neurons(words, text);
        };
    }

    private static InputRule share(String words, String text) {
        Optional<Double> share =
                DecimalParser.boxed(words.substring("share".length()).strip());
        return share.filter(value -> value >= 0 && value <= 1)
                .map(value -> (InputRule) new Share(value))
                .orElseThrow(() -> new InputError("Setting " + KEY + " cannot hold '" + text.strip()
                        + "': write the share of the units as a number from 0 to 1, such as 'share 0.5'."));
    }

    private static InputRule neurons(String words, String text) {
        String ids = words.replaceAll(" *- *", "-").strip().replaceAll(" +", ",");
        if (!ids.matches(ID + "(," + ID + ")*")) {
            throw new InputError("Setting " + KEY + " cannot hold the rule '" + text.strip()
                    + "': it takes all, none, E, I, field, 'share 0.5', or ids of neurons such as '3 7 10-14'.");
        }
        return new Neurons(IdList.parse(ids, KEY));
    }
}
