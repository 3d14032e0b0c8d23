package org.dalescope.app.ui.control;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/** Work that waits for pictures of the window to be drawn. */
public final class FrameWaiter {
    private FrameWaiter() {}

    /**
     * Does something as each frame is begun, from one of them on and as long as it says so.
     *
     * @param frame the first, counted from 1: what was there before the second is begun has been drawn
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
