package org.dalescope.model.session.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;
import org.dalescope.model.math.random.LegacyMersenneTwister;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Session;

/** Splits a session's trials: at random within strata, in blocks, or as the predecessor did. */
public final class Splits {
    /** Origin of a split made from shares. */
    public static final String STRATIFIED = "stratified";

    /** Origin of a split made of blocks in time. */
    public static final String BLOCKS = "blocks";

    private static final int REFERENCE_SEED = 42;
    private static final double REFERENCE_SHARE = 0.2;
    private static final int MOST_STRATA_LEVELS = 8;

    private Splits() {}

    /**
     * The predecessor's split, bit for bit: per level of {@code trial_reward} in ascending order the positions are
     * shuffled by NumPy's legacy generator with seed 42; the first floor(20 %) validate, the others train.
     */
    public static Split reference(Session session) {
        Factor reward = session.factor("reward")
                .orElseThrow(() -> new InputError("The reference split needs the factor 'reward', which session "
                        + session.name() + " does not have: use the default split or a JSON file."));
        if (Arrays.stream(reward.values()).anyMatch(Double::isNaN)) {
            throw new InputError("The reference split needs 'reward' for every trial, but session " + session.name()
                    + " has trials without a value: use the default split or a JSON file.");
        }
        LegacyMersenneTwister random = new LegacyMersenneTwister(REFERENCE_SEED);
        List<Integer> train = new ArrayList<>();
        List<Integer> validation = new ArrayList<>();
        for (double level : Arrays.stream(reward.values()).sorted().distinct().toArray()) {
            int[] trials = IntStream.range(0, session.trials())
                    .filter(t -> reward.values()[t] == level)
                    .toArray();
            random.shuffle(trials);
            int held = (int) (trials.length * REFERENCE_SHARE);
            for (int i = 0; i < trials.length; i++) {
                (i < held ? validation : train).add(session.trialIds()[trials[i]]);
            }
        }
        return new Split("reference", ints(train), ints(validation), new int[0]);
    }

    /** Whether a split of this origin was made from settings and not given. */
    public static boolean isFromSettings(String origin) {
        return origin.equals(STRATIFIED) || origin.equals(BLOCKS);
    }

    /** A random split of some trials in which every stratum of the session's factors has its share of every part. */
    public static Split stratified(
            Session session, int[] trialIds, double validationShare, double testShare, long seed) {
        return stratified(strata(session, trialIds), validationShare, testShare, seed);
    }

    /** A random split in which every stratum has its share of every part. */
    public static Split stratified(List<int[]> strata, double validationShare, double testShare, long seed) {
        requireTraining(validationShare, testShare);
        CounterRandom random = CounterRandom.of(seed, Stream.SPLIT);
        List<Integer> train = new ArrayList<>();
        List<Integer> validation = new ArrayList<>();
        List<Integer> test = new ArrayList<>();
        double validationOwed = 0;
        double testOwed = 0;
        int index = 0;
        for (int[] stratum : strata) {
            int[] order = random.at(index++).permutation(stratum.length);
            // The rounding error of one stratum is carried over to the next, so that small strata add up to the share.
            validationOwed += stratum.length * validationShare;
            testOwed += stratum.length * testShare;
            int toValidation = (int) Math.round(validationOwed);
            int toTest = Math.min((int) Math.round(testOwed), stratum.length - Math.min(toValidation, stratum.length));
            validationOwed -= toValidation;
            testOwed -= toTest;
            for (int i = 0; i < order.length; i++) {
                List<Integer> part = i < toValidation ? validation : i < toValidation + toTest ? test : train;
                part.add(stratum[order[i]]);
            }
        }
        return new Split(STRATIFIED, ints(train), ints(validation), ints(test));
    }

    /**
     * A split into consecutive blocks of training, validation and test trials in the order of the session, so that
     * drift counts against a fit.
     */
    public static Split blocks(int[] trialIds, double validationShare, double testShare) {
        requireTraining(validationShare, testShare);
        int train = (int) Math.round(trialIds.length * (1 - validationShare - testShare));
        int validation = (int) Math.round(trialIds.length * (1 - testShare)) - train;
        return new Split(
                BLOCKS,
                Arrays.copyOfRange(trialIds, 0, train),
                Arrays.copyOfRange(trialIds, train, train + validation),
                Arrays.copyOfRange(trialIds, train + validation, trialIds.length));
    }

    /**
     * Checks the shares of a split.
     *
     * @throws InputError if they leave too few trials for training
     */
    public static void requireTraining(double validationShare, double testShare) {
        if (validationShare + testShare > 0.9) {
            throw new InputError("data.validation_share and data.test_share add up to " + (validationShare + testShare)
                    + ": leave at least a tenth of the trials for training.");
        }
    }

    /** Trial ids grouped by the combination of the session's discrete factors, in a fixed order. */
    public static List<int[]> strata(Session session, int[] trialIds) {
        return strata(session, trialIds, discrete(session));
    }

    /** The same without one factor. */
    public static List<int[]> strataWithout(Session session, int[] trialIds, String factor) {
        return strata(
                session,
                trialIds,
                discrete(session).stream()
                        .filter(one -> !one.name().equals(factor))
                        .toList());
    }

    /**
     * Trial ids grouped by the combination of chosen factors, in a fixed order.
     *
     * @param words {@code all} for the session's discrete factors, {@code none}, or names such as
     *     {@code location, reward}
     * @throws InputError if there is no factor of a name, with the names of all factors
     */
    public static List<int[]> strata(Session session, int[] trialIds, String words) {
        List<Factor> discrete = discrete(session);
        return switch (words.strip()) {
            case "all" -> strata(session, trialIds, discrete);
            case "none", "" -> strata(session, trialIds, List.of());
            default ->
                strata(
                        session,
                        trialIds,
                        Arrays.stream(words.split(",", -1))
                                .map(name -> named(discrete, name.strip()))
                                .distinct()
                                .toList());
        };
    }

    private static List<Factor> discrete(Session session) {
        return session.factors().stream()
                .filter(f -> f.kind() != Factor.Kind.CONTINUOUS && f.levels().length <= MOST_STRATA_LEVELS)
                .toList();
    }

    private static Factor named(List<Factor> discrete, String name) {
        return discrete.stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputError("data.split_factors names '" + name
                        + "', which is not a factor of this session with at most " + MOST_STRATA_LEVELS
                        + " levels. Choose from: "
                        + String.join(", ", discrete.stream().map(Factor::name).toList())
                        + " (or 'all', 'none')."));
    }

    private static List<int[]> strata(Session session, int[] trialIds, List<Factor> factors) {
        int[] positions = session.positions(trialIds);
        Map<String, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < trialIds.length; i++) {
            int position = positions[i];
            StringBuilder key = new StringBuilder();
            factors.forEach(f -> key.append(f.values()[position]).append('|'));
            groups.computeIfAbsent(key.toString(), k -> new ArrayList<>()).add(trialIds[i]);
        }
        return groups.values().stream().map(Splits::ints).toList();
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
