package org.dalescope.model.session.format.recording;

import java.util.List;
import org.dalescope.model.session.RecordingMapping.EventChannel;

/** Turns the event times of trials into input channels of steps and pulses. */
final class EventInputs {
    private EventInputs() {}

    static void add(List<EventChannel> events, TrialEvents times, TrialWindows windows, RecordingInputs inputs) {
        for (EventChannel event : events) {
            double[] on = times.at(event.on());
            float[] values = new float[windows.trials() * windows.bins()];
            if (event.off().isPresent()) {
                step(on, times.at(event.off().get()), windows, values);
            } else {
                pulse(on, windows, values);
            }
            inputs.event(event.name(), values);
        }
    }

    /** Sets 1 in the bin that contains the event. */
    private static void pulse(double[] onS, TrialWindows windows, float[] values) {
        for (int trial = 0; trial < windows.trials(); trial++) {
            double bin = windows.binOf(trial, onS[trial]);
            if (bin >= 0 && bin < windows.bins()) {
                values[trial * windows.bins() + (int) bin] = 1;
            }
        }
    }

    /**
     * Sets 1 from the bin that contains the start to the bin before the one that contains the end, and at least in one
     * bin.
     */
    private static void step(double[] onS, double[] offS, TrialWindows windows, float[] values) {
        for (int trial = 0; trial < windows.trials(); trial++) {
            double first = windows.binOf(trial, onS[trial]);
            double end = windows.binOf(trial, offS[trial]);
            if (Double.isNaN(first)) {
                continue;
            }
            // If the file gives no end, the step lasts to the end of the window.
            double to = Double.isNaN(end) ? windows.bins() : Math.max(end, first + 1);
            for (int bin = (int) Math.max(0, first); bin < Math.min(to, windows.bins()); bin++) {
                values[trial * windows.bins() + bin] = 1;
            }
        }
    }
}
