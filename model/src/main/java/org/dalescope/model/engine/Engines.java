package org.dalescope.model.engine;

import java.util.Locale;
import org.dalescope.model.Refusal;

/** Chooses an engine by the words of the command line. */
public final class Engines {
    private Engines() {}

    /**
     * Opens an engine.
     *
     * @param engine {@code auto} or {@code tensor}
     * @param device {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:NUMBER}
     * @param threads on the CPU; the results do not depend on it
     * @throws Refusal where there is no such engine or device
     */
    public static RecurrentEngine open(String engine, String device, int threads) {
        String name = engine.toLowerCase(Locale.ROOT);
        if (!name.equals("auto") && !name.equals("tensor")) {
            throw new Refusal("--engine cannot be '" + engine + "': it takes auto or tensor.");
        }
        if (threads < 1 || threads > 1024) {
            throw new Refusal("--threads cannot be " + threads + ": it takes a number from 1 to 1024.");
        }
        return new TensorEngine(TorchRuntime.device(device), threads, TensorEngine.Precision.SINGLE);
    }
}
