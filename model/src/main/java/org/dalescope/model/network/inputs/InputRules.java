package org.dalescope.model.network.inputs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.NearestName;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.curation.ChannelPattern;
import org.dalescope.model.session.curation.PerturbationTarget;
import org.dalescope.model.session.curation.PerturbedTrials;

/**
 * The rules of the setting {@code network.inputs.rules}. A rule for a name overrides one for a pattern with a star.
 *
 * @param entries in the order of the setting
 */
record InputRules(List<Entry> entries) {
    /** A rule and the channels that it applies to. */
    record Entry(ChannelPattern channels, InputRule rule, String text) {}

    static InputRules parse(String text) {
        return new InputRules(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(InputRules::entry)
                .toList());
    }

    private static Entry entry(String item) {
        int equals = item.indexOf('=');
        if (equals < 1) {
            throw new InputError("Setting " + InputRule.KEY + " cannot hold '" + item
                    + "': write the input, an equals sign and the rule, such as 'is_face=share 0.5'.");
        }
        return new Entry(
                ChannelPattern.of(item.substring(0, equals).strip()),
                InputRule.parse(item.substring(equals + 1)),
                item);
    }

    /** These rules and that of the perturbation, if the fit learns from perturbed trials. */
    InputRules with(PerturbedTrials perturbed) {
        if (!perturbed.learned()) {
            return this;
        }
        InputRule rule =
                switch (perturbed.target()) {
                    case PerturbationTarget.Everyone _ -> new InputRule.Everyone();
                    case PerturbationTarget.OfType ofType -> new InputRule.OfType(ofType.type());
                    case PerturbationTarget.Listed listed -> new InputRule.Neurons(listed.ids());
                };
        String name = PerturbedTrials.CHANNEL;
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(ChannelPattern.of(name), rule, name + "=" + perturbed.units()));
        return new InputRules(List.copyOf(more));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /**
     * The rule of every channel.
     *
     * @param findings rules without effect are added to it
     * @throws InputError if a name is not a channel, or two rules contradict each other
     */
    List<InputRule> of(List<Channel> channels, List<Finding> findings) {
        List<Optional<Entry>> chosen = new ArrayList<>();
        channels.forEach(_ -> chosen.add(Optional.empty()));
        for (Entry entry : entries) {
            int[] positions = entry.channels().positions(channels);
            if (positions.length == 0) {
                findings.add(withoutChannel(entry, channels));
            }
            for (int channel : positions) {
                chosen.set(channel, Optional.of(stronger(chosen.get(channel), entry, channels.get(channel))));
            }
        }
        return chosen.stream()
                .map(entry -> entry.map(Entry::rule).orElseGet(InputRule.Everyone::new))
                .toList();
    }

    private static Entry stronger(Optional<Entry> before, Entry entry, Channel channel) {
        if (before.isEmpty() || before.get().rule().equals(entry.rule())) {
            return entry;
        }
        boolean wasOpen = before.get().channels().isOpen();
        if (wasOpen == entry.channels().isOpen()) {
            throw new InputError("Setting " + InputRule.KEY + " has two rules for the input '" + channel.name() + "': '"
                    + before.get().text() + "' and '" + entry.text() + "'. Remove one of them.");
        }
        return wasOpen ? entry : before.get();
    }

    private static Finding withoutChannel(Entry entry, List<Channel> channels) {
        String sentence =
                "Setting " + InputRule.KEY + " has the rule '" + entry.text() + "', but the session has no such input";
        if (entry.channels().isOpen()) {
            return Finding.notice("rule-without-input", sentence + ": the rule has no effect.");
        }
        List<String> names = channels.stream().map(Channel::name).toList();
        throw new InputError(sentence
                + (names.isEmpty()
                        ? ": it has none."
                        : ": the nearest is '" + NearestName.to(entry.channels().text(), names) + "'."));
    }
}
