package org.dalescope.model.training;

import java.util.EnumMap;
import java.util.Map;

/** Adds up the times that the trainer spends on the stages of an epoch. */
final class StageTimer {
    private static final double TO_MS = 1e-6;

    private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
    private long last = System.nanoTime();

    enum Stage {
        FORWARD,
        BACKWARD,
        LOSSES,
        UPDATE,
        SCORING
    }

    /** Starts an epoch. */
    void restart() {
        nanos.clear();
        last = System.nanoTime();
    }

    /** Adds the time since the last call to a stage. */
    void lap(Stage stage) {
        long now = System.nanoTime();
        nanos.merge(stage, now - last, Long::sum);
        last = now;
    }

    StageTimes times() {
        return new StageTimes(
                ms(Stage.FORWARD), ms(Stage.BACKWARD), ms(Stage.LOSSES), ms(Stage.UPDATE), ms(Stage.SCORING));
    }

    private double ms(Stage stage) {
        return TO_MS * nanos.getOrDefault(stage, 0L);
    }
}
