package org.dalescope.app.ui.task;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/** Runs work after the controls in the window have been drawn, frame by frame. */
public final class FrameWaiter {
    private FrameWaiter() {}

    /**
     * Runs work at the start of each frame, beginning with a given frame, until the work returns false.
     *
     * @param frame the first frame, counted from 1; at the start of frame 2 the initial content has been drawn
     */
    public static void from(int frame, BooleanSupplier goesOn) {
        new AnimationTimer() {
            private int begun;

            @Override
            public void handle(long now) {
                if (++begun >= frame && !goesOn.getAsBoolean()) {
                    stop();
                }
            }
        }.start();
    }
}
