package org.dalescope.model.engine.choice;

import java.util.function.Consumer;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.Workload;

/**
 * Opens the requested engine for every fit. Fits that run at once share the CPU threads.
 *
 * @param request with the number of threads of one fit
 * @param threads of all fits together
 */
public record RequestedEngines(EngineRequest request, int threads) implements EngineFactory.Source {
    @Override
    public RecurrentEngine open(Workload size, EngineRequest.Kind preferred, Consumer<String> notes) {
        return EngineFactory.open(request.preferring(preferred), size, notes);
    }

    @Override
    public RequestedEngines forFitsAtOnce(int fits) {
        int share = Math.max(request.threads(), threads / fits);
        return new RequestedEngines(new EngineRequest(request.kind(), request.device(), share), threads);
    }
}
