package org.dalescope.model.session.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.TimeAxis;

/**
 * A synthetic delayed-saccade task: a fixation light, a cue at one of four locations, a go signal and, on rewarded
 * trials, a reward pulse. The eye position drifts and jumps to the cue after the go signal.
 *
 * @param salience whether cues have high or low salience, or no salience in a third of the trials
 */
record DelayedSaccade(boolean salience) implements SyntheticTask {
    private static final int LOCATIONS = 4;
    private static final double CUE_MS = 300;
    private static final double CUE_END_MS = 600;
    private static final double GO_MS = 1000;
    private static final double SACCADE_MS = 1150;
    private static final double REWARD_MS = 1400;
    private static final double REWARD_END_MS = 1550;
    private static final int EYE_X = 7;

    @Override
    public String name() {
        return salience ? "delayed saccade" : "delayed response";
    }

    @Override
    public String event() {
        return "fixation onset";
    }

    @Override
    public List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        channels.add(Channel.event("fixation_on"));
        for (int i = 1; i <= LOCATIONS; i++) {
            channels.add(Channel.event("target_loc_" + i));
        }
        channels.add(Channel.event("go_signal"));
        channels.add(Channel.event("reward_on"));
        channels.add(new Channel("eye_x", Channel.Kind.CONTINUOUS, 0, 1));
        channels.add(new Channel("eye_y", Channel.Kind.CONTINUOUS, 0, 1));
        if (salience) {
            channels.add(Channel.event("high_salience"));
            channels.add(Channel.event("low_salience"));
        }
        return List.copyOf(channels);
    }

    @Override
    public List<Label> labels() {
        List<Label> labels = new ArrayList<>();
        labels.add(new Label("location", Factor.Kind.CATEGORICAL, Double.NaN, Map.of()));
        labels.add(new Label("reward", Factor.Kind.ORDINAL, Double.NaN, Map.of(0.0, "none", 1.0, "reward")));
        if (salience) {
            labels.add(new Label("salience", Factor.Kind.CATEGORICAL, 0, Map.of(1.0, "high", 2.0, "low")));
        }
        return List.copyOf(labels);
    }

    @Override
    public Trial draw(CounterRandom random, TimeAxis time) {
        int location = 1 + (int) (LOCATIONS * random.uniform(0));
        double reward = random.uniform(1) < 0.5 ? 0 : 1;
        int level = salience ? (int) (3 * random.uniform(3)) : 0;
        double[][] u = new double[time.bins()][channels().size()];
        double angle = Math.PI / 2 * (location - 0.5);
        double eyeX = 0;
        double eyeY = 0;
        for (int bin = 0; bin < time.bins(); bin++) {
            double ms = time.centreMs(bin);
            u[bin][0] = SyntheticTask.pulse(ms, 0, GO_MS);
            u[bin][location] = SyntheticTask.pulse(ms, CUE_MS, CUE_END_MS);
            u[bin][LOCATIONS + 1] = ms >= GO_MS ? 1 : 0;
            u[bin][LOCATIONS + 2] = reward * SyntheticTask.pulse(ms, REWARD_MS, REWARD_END_MS);
            double aim = ms >= SACCADE_MS ? 1.5 : 0;
            eyeX += 0.4 * (aim * Math.cos(angle) - eyeX) + 0.05 * random.gaussian(10 + 2L * bin);
            eyeY += 0.4 * (aim * Math.sin(angle) - eyeY) + 0.05 * random.gaussian(11 + 2L * bin);
            u[bin][EYE_X] = eyeX;
            u[bin][EYE_X + 1] = eyeY;
            if (level > 0) {
                u[bin][EYE_X + 1 + level] = SyntheticTask.pulse(ms, CUE_MS, CUE_END_MS);
            }
        }
        return new Trial(salience ? new double[] {location, reward, level} : new double[] {location, reward}, u);
    }
}
