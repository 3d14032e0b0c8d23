package org.dalescope.model.training.loss;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.concurrent.locks.ReentrantLock;
import org.dalescope.model.engine.libtorch.TorchRuntime;

/**
 * Value and gradient of an expression in one array, in float64 on the CPU.
 *
 * <p>DJL allows one collector per process at a time, and its overloads for Java numbers read freed memory under a
 * collector: expressions take constants from {@link Constants} only (docs/decisions/0003-djl-autograd.md).
 */
final class Autograd {
    private static final ReentrantLock ONE_COLLECTOR = new ReentrantLock();

    private Autograd() {}

    /** Something differentiable. */
    @FunctionalInterface
    interface Expression {
        NDArray of(NDArray x, Constants constants);
    }

    /** Constant arrays that live as long as the expression. */
    record Constants(NDManager manager) {
        NDArray number(double value) {
            return manager.create(new double[] {value}, new Shape());
        }

        NDArray array(double[] values, long... shape) {
            return manager.create(values, new Shape(shape));
        }
    }

    record Result(double value, double[] gradient) {}

    static Result differentiate(double[] at, long[] shape, Expression expression) {
        ONE_COLLECTOR.lock();
        try (NDManager manager = TorchRuntime.engine().newBaseManager(Device.cpu())) {
            NDArray x = manager.create(at, new Shape(shape));
            x.setRequiresGradient(true);
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                NDArray value = expression.of(x, new Constants(manager));
                collector.backward(value);
                return new Result(value.toDoubleArray()[0], x.getGradient().toDoubleArray());
            }
        } finally {
            ONE_COLLECTOR.unlock();
        }
    }
}
