package org.dalescope.model.engine.choice;

import java.util.Locale;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.engine.libtorch.TensorEngine;

/**
 * The requested engine, device and number of threads of a fit, from which its engine is chosen.
 *
 * @param device {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:NUMBER}
 * @param threads number of threads on the CPU; the results do not depend on it
 */
public record EngineRequest(Kind kind, String device, int threads) {
    private static final int THREADS_AT_MOST = 1024;

    /** A kind of engine. */
    public enum Kind {
        /** The faster engine for the size of the step. */
        AUTO,
        /** {@link FusedEngine}. */
        FUSED,
        /** {@link TensorEngine}. */
        TENSOR;

        /** The name on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The request for these values of the command line.
     *
     * @param threads 0 for all cores
     */
    public static EngineRequest of(String engine, String device, int threads) {
        Kind kind =
                switch (engine.toLowerCase(Locale.ROOT)) {
                    case "auto" -> Kind.AUTO;
                    case "fused" -> Kind.FUSED;
                    case "tensor" -> Kind.TENSOR;
                    default ->
                        throw new InputError("--engine cannot be '" + engine + "': it takes auto, fused or tensor.");
                };
        String place = device.toLowerCase(Locale.ROOT);
        if (!place.matches("auto|cpu|cuda(:\\d{1,4})?")) {
            throw new InputError("--device cannot be '" + device + "': it takes auto, cpu, cuda or cuda:NUMBER.");
        }
        if (threads < 0 || threads > THREADS_AT_MOST) {
            throw new InputError("--threads cannot be " + threads + ": it takes 0 for all cores, or a number up to "
                    + THREADS_AT_MOST + ".");
        }
        if (kind == Kind.FUSED && place.startsWith("cuda")) {
            throw new InputError("--engine fused runs on the CPU, not on --device " + device
                    + ": leave one of the two out, or use --engine tensor.");
        }
        return new EngineRequest(
                kind, place, threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
    }

    /** The same request with another kind, if this one is AUTO. */
    public EngineRequest preferring(Kind other) {
        return kind == Kind.AUTO && device.equals("auto") ? new EngineRequest(other, device, threads) : this;
    }
}
