package org.dalescope.model.split;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dalescope.model.JsonProblem;
import org.dalescope.model.Refusal;
import org.dalescope.model.random.CounterRandom;
import org.dalescope.model.random.CounterRandom.Stream;
import org.dalescope.model.random.LegacyMersenneTwister;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Session;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ways to split a session's trials. */
public final class Splits {
    /** Origin of a split made from shares. */
    public static final String STRATIFIED = "stratified";

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
                .orElseThrow(() -> new Refusal("The reference split needs the factor 'reward', which session "
                        + session.name() + " does not have: use the default split or a JSON file."));
        if (Arrays.stream(reward.values()).anyMatch(Double::isNaN)) {
            throw new Refusal("The reference split needs 'reward' for every trial, but session " + session.name()
                    + " leaves it open for some: use the default split or a JSON file.");
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

    /** A random split of some trials in which every stratum has its share of every part. */
    public static Split stratified(
            Session session, int[] trialIds, double validationShare, double testShare, long seed) {
        if (validationShare + testShare > 0.9) {
            throw new Refusal("data.validation_share and data.test_share add up to " + (validationShare + testShare)
                    + ": leave at least a tenth of the trials for training.");
        }
        CounterRandom random = CounterRandom.of(seed, Stream.SPLIT);
        List<Integer> train = new ArrayList<>();
        List<Integer> validation = new ArrayList<>();
        List<Integer> test = new ArrayList<>();
        double validationOwed = 0;
        double testOwed = 0;
        int index = 0;
        for (int[] stratum : strata(session, trialIds)) {
            int[] order = random.at(index++).permutation(stratum.length);
            // What rounding withholds from one stratum is owed to the next, so that small strata add up to the share.
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

    /** A split from a JSON file {@code {"train": [...], "validation": [...], "test": [...]}}. */
    public static Split read(Path file) {
        try {
            JsonNode json = JsonMapper.builder().build().readTree(Files.readString(file));
            return new Split(
                    file.toString(),
                    part(json, "train", file),
                    part(json, "validation", file),
                    part(json, "test", file));
        } catch (IOException e) {
            throw new Refusal("Split file " + file + " cannot be read: check that it exists and is a file.", e);
        } catch (JacksonException e) {
            throw new Refusal(
                    "Split file " + file + " is not valid JSON (" + JsonProblem.of(e) + "): correct it there.", e);
        }
    }

    /** Trial ids grouped by the crossing of the session's discrete factors, in a fixed order. */
    public static List<int[]> strata(Session session, int[] trialIds) {
        List<Factor> factors = session.factors().stream()
                .filter(f -> f.kind() != Factor.Kind.CONTINUOUS && f.levels().length <= MOST_STRATA_LEVELS)
                .toList();
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

    private static int[] part(JsonNode json, String name, Path file) {
        JsonNode part = json.path(name);
        if (part.isMissingNode() && name.equals("test")) {
            return new int[0];
        }
        if (!part.isArray()) {
            throw new Refusal("Split file " + file + " has no array '" + name
                    + "': it must read {\"train\": [...], \"validation\": [...], \"test\": [...]}.");
        }
        List<Integer> ids = new ArrayList<>();
        for (JsonNode value : part) {
            if (!value.isInt()) {
                throw new Refusal("Split file " + file + ": '" + name + "' holds " + value
                        + " where a trial number is expected.");
            }
            ids.add(value.asInt());
        }
        return ints(ids);
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
