package org.dalescope.model.training;

import java.util.EnumMap;
import java.util.Map;

/** Adds up how long the stages of an epoch take. */
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

    /** An epoch begins. */
    void restart() {
        nanos.clear();
        last = System.nanoTime();
    }

    /** What was done since the last call belonged to this stage. */
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
