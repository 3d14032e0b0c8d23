package org.dalescope.model.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppendOnlyListTest {
    @Test
    void aListGrowsWithoutChangingTheShorterOnes() {
        List<AppendOnlyList<Integer>> lists = new ArrayList<>();
        lists.add(AppendOnlyList.of(List.of()));
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lists.add(lists.getLast().plus(i));
            expected.add(i);
        }
        for (int size = 0; size <= 100; size++) {
            assertEquals(expected.subList(0, size), lists.get(size));
        }
        assertThrows(IndexOutOfBoundsException.class, () -> lists.get(3).get(3));
    }

    /** A fit that undoes an epoch appends to a shorter list once more. */
    @Test
    void twoListsMayGrowFromOne() {
        AppendOnlyList<String> root = AppendOnlyList.of(List.of("a"));
        AppendOnlyList<String> first = root.plus("b").plus("c");
        AppendOnlyList<String> second = root.plus("x");
        assertEquals(List.of("a", "b", "c"), first);
        assertEquals(List.of("a", "x"), second);
        assertEquals(List.of("a", "b", "c", "d"), first.plus("d"));
        assertEquals(List.of("a"), root);
    }

    @Test
    void itIsNotCopiedAgain() {
        AppendOnlyList<String> list = AppendOnlyList.of(List.of("a"));
        assertSame(list, AppendOnlyList.of(list));
        assertThrows(UnsupportedOperationException.class, () -> list.add("b"));
    }
}
