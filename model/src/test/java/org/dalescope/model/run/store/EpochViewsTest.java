package org.dalescope.model.run.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dalescope.model.common.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochViewsTest {
    @TempDir
    Path folder;

    private static EpochView view(int epoch) {
        return new EpochView(
                epoch,
                List.of(new float[] {epoch, 2}, new float[] {3, 4}),
                new float[] {0, 0.5f, -epoch, 0},
                new float[] {epoch + 0.5f});
    }

    private static EpochViews after(int epochs, int best) {
        EpochViews views = EpochViews.NONE;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            views = views.with(view(epoch), Math.min(epoch, best));
        }
        return views;
    }

    private static List<Integer> epochs(EpochViews views) {
        return views.kept().stream().map(EpochView::epoch).toList();
    }

    @Test
    void aShortFitKeepsAllAndALongOneMultiplesOfAPowerOfTwo() {
        assertEquals(
                java.util.stream.IntStream.rangeClosed(1, 64).boxed().toList(), epochs(after(64, 64)), "all of 64");
        List<Integer> long1000 = epochs(after(1000, 333));
        assertTrue(long1000.containsAll(List.of(1, 16, 32, 333, 992, 1000)), long1000::toString);
        assertEquals(1 + 62 + 1 + 1, long1000.size(), "the first, 62 multiples of 16, the best and the newest");
    }

    @Test
    void whereOneIsLargeFewerAreKept() {
        EpochView large = new EpochView(1, List.of(new float[1 << 20]), new float[0], new float[0]);
        assertEquals(8, EpochViews.capacity(large), "8 of 4 MiB");
        assertEquals(64, EpochViews.capacity(view(1)));
        assertEquals(8, EpochViews.stride(64, 8));
        assertEquals(16, EpochViews.stride(72, 8));
    }

    @Test
    void lookingBackTakesTheNewestThatWasThere() {
        EpochViews views = after(200, 150);
        assertEquals(1, views.at(0).orElseThrow().epoch());
        assertEquals(148, views.at(149).orElseThrow().epoch());
        assertEquals(150, views.at(151).orElseThrow().epoch());
        assertEquals(200, views.at(999).orElseThrow().epoch());
        assertTrue(EpochViews.NONE.at(3).isEmpty());
    }

    @Test
    void theyComeBackFromTheirFile() {
        RunFolder run = new RunFolder(folder);
        EpochViews views = after(70, 33);
        views.write(run);
        EpochViews back = EpochViews.read(run);
        assertEquals(epochs(views), epochs(back));
        EpochView one = back.at(33).orElseThrow();
        assertEquals(33, one.epoch());
        assertArrayEquals(new float[] {33, 2}, one.psths().getFirst());
        assertArrayEquals(new float[] {3, 4}, one.psths().getLast());
        assertArrayEquals(new float[] {0, 0.5f, -33, 0}, one.weights());
        assertArrayEquals(new float[] {33.5f}, one.population());
        assertEquals(2, one.units());
        assertEquals(List.of(1, 2, 4), epochs(back).subList(0, 3));
        assertEquals(List.of(1, 2, 4), epochs(back.upTo(5)));
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        RunFolder run = new RunFolder(folder);
        after(3, 1).write(run);
        byte[] bytes = Files.readAllBytes(run.epochsNpz());
        Files.write(run.epochsNpz(), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        InputError refusal = assertThrows(InputError.class, () -> EpochViews.read(run));
        assertTrue(refusal.sentence().contains("epochs.npz"), refusal.sentence());
    }
}
