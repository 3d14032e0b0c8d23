package org.dalescope.model.training;

import java.util.concurrent.atomic.AtomicBoolean;

/** A flag that anyone may raise; the trainer looks at it between steps. */
public final class StopSignal {
    private final AtomicBoolean raised = new AtomicBoolean();

    public void raise() {
        raised.set(true);
    }

    public boolean isRaised() {
        return raised.get();
    }
}
