package org.dalescope.model.session.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationCheck;
import org.dalescope.model.training.Fit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldsTest {
    private final Session session =
            SyntheticSession.of(new SyntheticSettings(2, 1, 243, 10, 25, 0, 4).with("task", "delayed-saccade"));

    /** The hash that the program gave before there were folds and blocks: defaults must not move a single trial. */
    @Test
    void theDefaultSplitIsWhatItWas() {
        Session small = SmallSessions.small();
        Split split = Fit.defaultSplit(small, Configuration.defaults());
        assertEquals("d20fd2c4147efc125fa3f27a08afbcac3c9691ff4bd3ede46fdeb0e0857b5bcd", split.hash());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7})
    void foldsAreDisjointCompleteAndBalancedInEveryStratum(int folds) {
        List<int[]> strata = Splits.strata(session, session.trialIds(), "all");
        assertTrue(strata.size() > 8);
        Folds made = Folds.stratified(strata, folds, 0.1, 3);
        int[] all = IntStream.concat(made.folds().stream().flatMapToInt(Arrays::stream), Arrays.stream(made.test()))
                .sorted()
                .toArray();
        assertArrayEquals(session.trialIds(), all);
        assertEquals(0.1 * session.trials(), made.test().length, 1);
        within1(made.folds().stream().mapToInt(fold -> fold.length));
        for (int[] stratum : strata) {
            within1(made.folds().stream().mapToInt(fold -> shared(fold, stratum)));
        }
    }

    /** Each trial is sealed exactly once, and never in the split in which it trains or chooses the epoch. */
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 8})
    void everyTrialIsSealedOnce(int folds) {
        List<Split> splits = Fit.sealedFolds(session, Configuration.defaults(), folds);
        assertEquals(folds, splits.size());
        int[] sealed = splits.stream()
                .flatMapToInt(split -> Arrays.stream(split.test()))
                .sorted()
                .toArray();
        assertArrayEquals(session.trialIds(), sealed);
        for (Split split : splits) {
            int[] all = Stream.of(split.train(), split.validation(), split.test())
                    .flatMapToInt(Arrays::stream)
                    .sorted()
                    .toArray();
            assertArrayEquals(session.trialIds(), all);
            within1(IntStream.of(split.validation().length, split.test().length));
        }
        InputError tooMany =
                assertThrows(InputError.class, () -> Fit.sealedFolds(session, Configuration.defaults(), 30));
        assertTrue(tooMany.sentence().contains("too few for 30 folds"), tooMany.sentence());
    }

    @Test
    void everyFoldValidatesOnceAndTheTestTrialsStaySealed() {
        Configuration five = Configuration.defaults().with("data.folds", "5").with("data.split_factors", "location");
        List<Split> splits = IntStream.rangeClosed(1, 5)
                .mapToObj(fold -> Fit.defaultSplit(session, five.with("data.fold", Integer.toString(fold))))
                .toList();
        int[] validated = splits.stream()
                .flatMapToInt(split -> Arrays.stream(split.validation()))
                .sorted()
                .toArray();
        int[] tested = splits.getFirst().test();
        splits.forEach(split -> assertArrayEquals(tested, split.test()));
        assertEquals(session.trials(), validated.length + tested.length);
        assertEquals(validated.length, Arrays.stream(validated).distinct().count());
        splits.forEach(split ->
                assertEquals(session.trials(), split.train().length + split.validation().length + split.test().length));
        splits.forEach(split -> split.checkedAgainst(session));
    }

    @Test
    void chosenFactorsAreBalancedWithinATrial() {
        Split split = Fit.defaultSplit(session, Configuration.defaults().with("data.split_factors", "reward,salience"));
        for (int[] stratum : Splits.strata(session, session.trialIds(), "reward,salience")) {
            assertEquals(0.2 * stratum.length, shared(split.validation(), stratum), 1);
            assertEquals(0.1 * stratum.length, shared(split.test(), stratum), 1);
        }
        assertEquals(1, Splits.strata(session, session.trialIds(), "none").size());
        assertTrue(refusal(session, "data.split_factors", "colour").contains("location, reward, salience"));
    }

    @Test
    void blocksAreContiguousInTime() {
        Configuration blocks = Configuration.defaults().with("data.split", "blocks");
        Split split = Fit.defaultSplit(session, blocks);
        assertArrayEquals(IntStream.range(0, 170).toArray(), split.train());
        assertArrayEquals(IntStream.range(170, 219).toArray(), split.validation());
        assertArrayEquals(IntStream.range(219, 243).toArray(), split.test());
        Folds folds = Folds.blocks(session.trialIds(), 4, 0.1);
        int[] joined = Stream.concat(folds.folds().stream(), Stream.of(folds.test()))
                .flatMapToInt(Arrays::stream)
                .toArray();
        assertArrayEquals(session.trialIds(), joined);
        within1(folds.folds().stream().mapToInt(fold -> fold.length));
    }

    @Test
    void settingsThatDoNothingAreWarnedOf() {
        Configuration changed = Configuration.defaults()
                .with("data.split", "blocks")
                .with("data.split_factors", "none")
                .with("data.folds", "4")
                .with("data.fold", "2");
        List<String> given = noEffect(changed, true);
        assertEquals(4, given.size(), given.toString());
        List<String> made = noEffect(changed.with("data.validation_share", "0.3"), false);
        assertEquals(2, made.size(), made.toString());
        assertTrue(made.toString().contains("data.split_factors")
                && made.toString().contains("validation_share"));
        assertEquals(
                1,
                noEffect(Configuration.defaults().with("data.fold", "2"), false).size());
        assertTrue(refusal(session, "data.folds", "4", "data.fold", "5").contains("a fold from 1 to 4"));
        assertFalse(Splits.isFromSettings("reference"));
    }

    private static List<String> noEffect(Configuration configuration, boolean splitGiven) {
        return ConfigurationCheck.of(configuration, 25, splitGiven).stream()
                .filter(finding -> finding.code().equals("no-effect"))
                .map(Finding::text)
                .toList();
    }

    private static String refusal(Session session, String... keysAndValues) {
        Configuration changed = Configuration.defaults();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            changed = changed.with(keysAndValues[i], keysAndValues[i + 1]);
        }
        Configuration configuration = changed;
        return assertThrows(InputError.class, () -> Fit.defaultSplit(session, configuration))
                .sentence();
    }

    private static int shared(int[] part, int[] stratum) {
        return (int) Arrays.stream(part)
                .filter(id -> Arrays.stream(stratum).anyMatch(other -> other == id))
                .count();
    }

    private static void within1(IntStream sizes) {
        int[] all = sizes.toArray();
        assertTrue(
                Arrays.stream(all).max().orElseThrow()
                                - Arrays.stream(all).min().orElseThrow()
                        <= 1,
                Arrays.toString(all));
    }
}
