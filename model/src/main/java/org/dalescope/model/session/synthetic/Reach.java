package org.dalescope.model.session.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.TimeAxis;

/**
 * A synthetic reaching task: a delayed reach from a centre to one of eight targets. The hand follows a minimum-jerk
 * path (Flash and Hogan 1985) of 400 ms after a reaction time that differs from trial to trial; its position is an
 * input.
 */
record Reach() implements SyntheticTask {
    private static final int TARGETS = 8;
    private static final double TARGET_MS = 300;
    private static final double GO_MS = 900;
    private static final double SHORTEST_REACTION_MS = 150;
    private static final double REACTION_SPAN_MS = 150;
    private static final double MOVEMENT_MS = 400;
    private static final double DISTANCE = 1.5;
    private static final double TREMOR = 0.03;

    @Override
    public String name() {
        return "reach";
    }

    @Override
    public String event() {
        return "hand at centre";
    }

    @Override
    public List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        channels.add(Channel.event("centre_on"));
        for (int i = 1; i <= TARGETS; i++) {
            channels.add(Channel.event("target_" + i));
        }
        channels.add(Channel.event("go_signal"));
        channels.add(new Channel("hand_x", Channel.Kind.CONTINUOUS, 0, 1));
        channels.add(new Channel("hand_y", Channel.Kind.CONTINUOUS, 0, 1));
        return List.copyOf(channels);
    }

    @Override
    public List<Label> labels() {
        return List.of(
                new Label("target", Factor.Kind.CATEGORICAL, Double.NaN, Map.of()),
                new Label("reaction_time_ms", Factor.Kind.CONTINUOUS, Double.NaN, Map.of()));
    }

    @Override
    public Trial draw(CounterRandom random, TimeAxis time) {
        int target = 1 + (int) (TARGETS * random.uniform(0));
        double reaction = SHORTEST_REACTION_MS + REACTION_SPAN_MS * random.uniform(1);
        double angle = 2 * Math.PI * (target - 1) / TARGETS;
        double[][] u = new double[time.bins()][channels().size()];
        for (int bin = 0; bin < time.bins(); bin++) {
            double ms = time.centreMs(bin);
            u[bin][0] = SyntheticTask.pulse(ms, 0, GO_MS);
            u[bin][target] = ms >= TARGET_MS ? 1 : 0;
            u[bin][TARGETS + 1] = ms >= GO_MS ? 1 : 0;
            double along = DISTANCE * minimumJerk((ms - GO_MS - reaction) / MOVEMENT_MS);
            u[bin][TARGETS + 2] = along * Math.cos(angle) + TREMOR * random.gaussian(10 + 2L * bin);
            u[bin][TARGETS + 3] = along * Math.sin(angle) + TREMOR * random.gaussian(11 + 2L * bin);
        }
        return new Trial(new double[] {target, reaction}, u);
    }

    /** The share of the path that is covered after a share of the time. */
    private static double minimumJerk(double share) {
        double s = Math.clamp(share, 0, 1);
        return s * s * s * (10 - 15 * s + 6 * s * s);
    }
}
