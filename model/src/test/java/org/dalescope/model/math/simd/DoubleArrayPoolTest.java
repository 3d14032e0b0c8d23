package org.dalescope.model.math.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class DoubleArrayPoolTest {
    private final DoubleArrayPool pool = new DoubleArrayPool();

    @Test
    void aPairOfMatricesIsUsedAgain() {
        double[] cost = pool.take(100);
        double[] kernel = pool.take(100);
        pool.give(cost);
        pool.give(kernel);
        assertSame(cost, pool.take(100));
        assertSame(kernel, pool.take(60), "one that is not twice too long will do");
    }

    @Test
    void nothingIsKeptThatWouldNotServe() {
        double[] small = pool.take(10);
        pool.give(small);
        double[] large = pool.take(1000);
        assertEquals(1000, large.length);
        assertNotSame(small, pool.take(10), "it went when it did not fit");
        pool.give(large);
        assertEquals(400, pool.take(400).length, "more than twice too long");
    }

    @Test
    void theNewestTwoAreKept() {
        double[] first = new double[10];
        double[] second = new double[10];
        double[] third = new double[10];
        pool.give(first);
        pool.give(second);
        pool.give(third);
        assertSame(second, pool.take(10));
        assertSame(third, pool.take(10));
        assertNotSame(first, pool.take(10));
    }
}
