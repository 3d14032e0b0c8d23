package org.dalescope.model.suite.launch;

import org.dalescope.model.engine.choice.EngineRequest;

/**
 * The engine of every task of a job array. The same word for all, so that all arms are compared on one kind of engine.
 *
 * @param engine {@code fused} or {@code tensor}
 * @param device as in {@code --device}
 */
public record SlurmTaskEngine(String engine, String device) {
    /** What was asked for; where nothing was, the device decides. */
    public static SlurmTaskEngine of(EngineRequest asked) {
        boolean gpu = asked.device().startsWith("cuda");
        EngineRequest.Kind kind =
                switch (asked.kind()) {
                    case AUTO -> gpu ? EngineRequest.Kind.TENSOR : EngineRequest.Kind.FUSED;
                    case FUSED, TENSOR -> asked.kind();
                };
        return new SlurmTaskEngine(kind.word(), kind == EngineRequest.Kind.FUSED ? "cpu" : asked.device());
    }

    /** The request of a task. */
    public EngineRequest request(int threads) {
        return EngineRequest.of(engine, device, threads);
    }
}
