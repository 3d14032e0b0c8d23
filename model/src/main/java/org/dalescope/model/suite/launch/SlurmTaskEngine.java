package org.dalescope.model.suite.launch;

import org.dalescope.model.engine.choice.EngineRequest;

/**
 * The engine and device with which all fits of a suite run on a SLURM cluster. All tasks use the same kind of engine,
 * so that the arms are comparable.
 *
 * @param engine {@code fused} or {@code tensor}
 * @param device as in {@code --device}
 */
public record SlurmTaskEngine(String engine, String device) {
    /** The requested engine; if none was requested, the device decides. */
    public static SlurmTaskEngine of(EngineRequest asked) {
        boolean gpu = asked.device().startsWith("cuda");
        EngineRequest.Kind kind =
                switch (asked.kind()) {
                    case AUTO -> gpu ? EngineRequest.Kind.TENSOR : EngineRequest.Kind.FUSED;
                    case FUSED, TENSOR -> asked.kind();
                };
        return new SlurmTaskEngine(kind.word(), kind == EngineRequest.Kind.FUSED ? "cpu" : asked.device());
    }

    /** The engine request of one task. */
    public EngineRequest request(int threads) {
        return EngineRequest.of(engine, device, threads);
    }
}
