package org.dalescope.model.session.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;

/**
 * The folds of a K-fold cross-validation, which divide a session's trials into training, validation and test trials.
 * The test trials are the same for every fold; the other trials are divided into K folds, of which one validates and
 * the others train.
 *
 * @param origin {@link Splits#STRATIFIED} or {@link Splits#BLOCKS}
 * @param folds trial ids of each fold
 * @param test trial ids that stay sealed
 */
public record Folds(String origin, List<int[]> folds, int[] test) {
    private static final long FOLD_STREAM = 1_000_003;

    /** Random folds; the number of trials of each stratum differs by at most one between folds. */
    public static Folds stratified(List<int[]> strata, int folds, double testShare, long seed) {
        int[] test = Splits.stratified(strata, 0, testShare, seed).test();
        int[] sealed = test.clone();
        Arrays.sort(sealed);
        CounterRandom random = CounterRandom.of(seed, Stream.SPLIT).at(FOLD_STREAM);
        List<List<Integer>> parts = IntStream.range(0, folds)
                .mapToObj(fold -> (List<Integer>) new ArrayList<Integer>())
                .toList();
        int index = 0;
        int next = 0;
        for (int[] stratum : strata) {
            int[] kept = Arrays.stream(stratum)
                    .filter(id -> Arrays.binarySearch(sealed, id) < 0)
                    .toArray();
            // The trials are dealt to the folds in turn, and each stratum continues where the last one ended: this
            // balances both strata and folds.
            for (int i : random.at(index++).permutation(kept.length)) {
                parts.get(next++ % folds).add(kept[i]);
            }
        }
        return new Folds(
                Splits.STRATIFIED,
                parts.stream()
                        .map(part -> part.stream().mapToInt(Integer::intValue).toArray())
                        .toList(),
                test);
    }

    /** Folds that are blocks in the order of the session, with the test trials at the end of the session. */
    public static Folds blocks(int[] trialIds, int folds, double testShare) {
        int kept = trialIds.length - (int) Math.round(trialIds.length * testShare);
        return new Folds(
                Splits.BLOCKS,
                IntStream.range(0, folds)
                        .mapToObj(fold -> Arrays.copyOfRange(
                                trialIds, (int) ((long) kept * fold / folds), (int) ((long) kept * (fold + 1) / folds)))
                        .toList(),
                Arrays.copyOfRange(trialIds, kept, trialIds.length));
    }

    /**
     * The split in which a fold, counted from 1, is sealed as the test trials and the next fold validates, so that every
     * trial is sealed in exactly one of these splits. There must be at least three folds and no other test trials.
     */
    public Split sealed(int fold) {
        int validating = fold % folds.size();
        int[] train = IntStream.range(0, folds.size())
                .filter(other -> other != fold - 1 && other != validating)
                .mapToObj(folds::get)
                .flatMapToInt(Arrays::stream)
                .toArray();
        return new Split(origin, train, folds.get(validating), folds.get(fold - 1));
    }

    /** The split in which a fold, counted from 1, validates. */
    public Split split(int fold) {
        int[] train = IntStream.range(0, folds.size())
                .filter(other -> other != fold - 1)
                .mapToObj(folds::get)
                .flatMapToInt(Arrays::stream)
                .toArray();
        return new Split(origin, train, folds.get(fold - 1), test);
    }
}
