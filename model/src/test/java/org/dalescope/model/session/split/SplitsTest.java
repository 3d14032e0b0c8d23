package org.dalescope.model.session.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.junit.jupiter.api.Test;

class SplitsTest {
    /** Figures printed by shared/checks/reference_fit.py's split() on the same file. */
    @Test
    void referenceSplitOfTheLaboratorySessionIsThePredecessors() {
        Path newton = Path.of("../../shared/data/Newton_08_13_2025_SC.mat");
        assumeTrue(Files.exists(newton), "shared data not here");
        Split split = Splits.reference(SessionFiles.open(newton));
        assertEquals(330, split.train().length);
        assertEquals(82, split.validation().length);
        assertArrayEquals(new int[] {21, 247, 35, 202, 281, 139}, Arrays.copyOf(split.validation(), 6));
        assertArrayEquals(new int[] {163, 118, 321, 130, 357, 398}, Arrays.copyOf(split.train(), 6));
        assertArrayEquals(new int[] {307, 409, 224, 306}, Arrays.copyOfRange(split.train(), 326, 330));
        assertEquals(16594, Arrays.stream(split.validation()).sum());
    }

    @Test
    void stratifiedPartsAreDisjointWholeAndShareEveryStratum() {
        Session session = SmallSessions.small();
        Split split = Splits.stratified(session, session.trialIds(), 0.2, 0.1, 5);
        Set<Integer> all = new HashSet<>();
        for (Partition partition : Partition.values()) {
            Arrays.stream(split.trials(partition)).forEach(id -> assertTrue(all.add(id), "trial twice: " + id));
        }
        assertEquals(session.trials(), all.size());
        assertEquals(12, split.validation().length);
        assertEquals(6, split.test().length);
        Factor reward = session.factor("reward").orElseThrow();
        double share = Arrays.stream(reward.values()).average().orElseThrow();
        double validation = Arrays.stream(split.validation())
                .mapToDouble(id -> reward.values()[id])
                .average()
                .orElseThrow();
        assertEquals(share, validation, 0.13);
        assertEquals(
                split.hash(),
                Splits.stratified(session, session.trialIds(), 0.2, 0.1, 5).hash());
    }

    @Test
    void keepingOnlySomeTrialsKeepsTheRestInOrder() {
        Split split = new Split("test", new int[] {4, 2, 8}, new int[] {1, 3}, new int[] {5});
        Split even = split.keeping(id -> id % 2 == 0);
        assertArrayEquals(new int[] {4, 2, 8}, even.train());
        assertEquals(0, even.validation().length + even.test().length);
    }
}
