package org.dalescope.model.session.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.junit.jupiter.api.Test;

/** Channels from factors, against loops over trials and bins. The small session has 20 bins of 25 ms from -200 ms. */
class FactorChannelsTest {
    private final Session session = SmallSessions.small();

    private Session with(String setting) {
        return FactorChannels.parse(setting).addTo(session);
    }

    private static int channel(Session session, String name) {
        List<String> names = session.channels().stream().map(Channel::name).toList();
        assertTrue(names.contains(name), names.toString());
        return names.indexOf(name);
    }

    private double factor(String name, int trial) {
        return session.factor(name).orElseThrow().values()[trial];
    }

    @Test
    void noItemsLeaveTheSession() {
        assertSame(session, with(" "));
    }

    @Test
    void aStepHasTheLevelFromTheFirstBinAndOwnChannelsStay() {
        Session made = with("reward from trial-start");
        int column = channel(made, "reward_from_trial_start");
        assertEquals(session.channels().size(), column);
        for (int trial = 0; trial < session.trials(); trial++) {
            for (int bin = 0; bin < session.bins(); bin++) {
                assertEquals(factor("reward", trial), made.input(trial, bin, column));
                for (int own = 0; own < column; own++) {
                    assertEquals(session.input(trial, bin, own), made.input(trial, bin, own));
                }
            }
        }
    }

    /** The cue comes at 300 ms in a channel of its own for each place. */
    @Test
    void anEventBeginsWithTheFirstChannelOfAPatternAndAPulseEnds() {
        Session longer = SyntheticSession.of(new SyntheticSettings(6, 2, 60, 60, 25, 2, 11));
        Session made = FactorChannels.parse("event from target_loc_*, event from target_loc_* for 50 ms")
                .addTo(longer);
        int step = channel(made, "event_from_target_loc");
        int pulse = channel(made, "event_from_target_loc_for_50ms");
        for (int trial = 0; trial < made.trials(); trial++) {
            for (int bin = 0; bin < made.bins(); bin++) {
                double ms = -200 + 25 * bin;
                assertEquals(ms >= 300 ? 1 : 0, made.input(trial, bin, step));
                assertEquals(ms >= 300 && ms < 350 ? 1 : 0, made.input(trial, bin, pulse));
            }
        }
    }

    @Test
    void aTimeIsAnOnsetAndEveryLevelOfAPlaceHasItsChannel() {
        Session made = with("reward by location from 0 ms for 100");
        for (int place = 1; place <= 4; place++) {
            int column = channel(made, "reward_at_location_" + place + "_from_0ms_for_100ms");
            for (int trial = 0; trial < session.trials(); trial++) {
                boolean here = factor("location", trial) == place;
                for (int bin = 0; bin < session.bins(); bin++) {
                    double ms = -200 + 25 * bin;
                    double want = here && ms >= 0 && ms < 100 ? factor("reward", trial) : 0;
                    assertEquals(want, made.input(trial, bin, column), "trial " + trial + ", bin " + bin);
                }
            }
        }
    }

    @Test
    void aFactorOfWordsHasAChannelPerLevel() {
        Session made = with("location from trial-start");
        for (int place = 1; place <= 4; place++) {
            int column = channel(made, "location_" + place + "_from_trial_start");
            for (int trial = 0; trial < session.trials(); trial++) {
                assertEquals(factor("location", trial) == place ? 1 : 0, made.input(trial, 3, column));
            }
        }
    }

    @Test
    void aFactorThatMayBeMissingIsSkipped() {
        assertSame(session, with("salience? from trial-start, reward by side? from trial-start"));
    }

    @Test
    void mistakesNameTheItemAndWhatThereIs() {
        refused("reward", "'reward'", "reward from trial-start");
        refused("rewrd from trial-start", "'rewrd'", "the nearest is 'reward'");
        refused("reward from go_signl", "'go_signl'", "the nearest channel is 'go_signal'");
        refused("reward from trial-start for 0", "longer than 0 ms");
        refused("reward from trial-start, reward from trial-start", "exists already");
        refused("event from reward_on", "0 in every trial");
        refused("event from 9000 ms", "after the last bin");
        refused("event from 5d ms", "'event from 5d ms'");
    }

    private void refused(String setting, String... words) {
        String sentence = assertThrows(InputError.class, () -> with(setting)).sentence();
        assertTrue(sentence.contains("data.factor_channels"), sentence);
        Arrays.stream(words).forEach(word -> assertTrue(sentence.contains(word), sentence));
    }
}
