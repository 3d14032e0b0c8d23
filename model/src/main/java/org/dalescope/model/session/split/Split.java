package org.dalescope.model.session.split;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.IntPredicate;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Session;

/**
 * A split of a session into training, validation and test trials, given by trial id.
 *
 * @param origin the way the split was made: {@code reference}, {@code stratified}, {@code blocks} or a file
 */
public record Split(String origin, int[] train, int[] validation, int[] test) {

    /** The trial ids of a part. */
    public int[] trials(Partition partition) {
        return switch (partition) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    /** The same split without the trials that the predicate rejects. */
    public Split keeping(IntPredicate keep) {
        return new Split(
                origin,
                Arrays.stream(train).filter(keep).toArray(),
                Arrays.stream(validation).filter(keep).toArray(),
                Arrays.stream(test).filter(keep).toArray());
    }

    /** SHA-256 over the ids of the three parts in ascending order: two runs with this hash are comparable. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int[] part : new int[][] {train, validation, test}) {
                int[] sorted = part.clone();
                Arrays.sort(sorted);
                digest.update((Arrays.toString(sorted) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Checks that the parts are disjoint, known to the session and large enough.
     *
     * @throws InputError if it is not valid, with the trial that is wrong
     */
    public Split checkedAgainst(Session session) {
        Set<Integer> known = session.positions().keySet();
        Set<Integer> seen = new HashSet<>();
        for (Partition partition : Partition.values()) {
            for (int trial : trials(partition)) {
                if (!known.contains(trial)) {
                    throw new InputError("Split " + origin + " names trial " + trial + " in '" + partition.key()
                            + "', which session " + session.name() + " does not have: check that the split belongs to"
                            + " the session.");
                }
                if (!seen.add(trial)) {
                    throw new InputError("Split " + origin + " names trial " + trial
                            + " twice: a trial can be in only one of train, validation and test, so remove it from the"
                            + " others.");
                }
            }
        }
        if (train.length < 2 || validation.length < 2) {
            throw new InputError("Split " + origin + " leaves " + train.length + " training and " + validation.length
                    + " validation trials with valid bins, but at least 2 of each are needed: choose another split.");
        }
        return this;
    }
}
