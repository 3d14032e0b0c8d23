package org.dalescope.model.session.synthetic;

import java.util.List;
import java.util.Map;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.TimeAxis;

/**
 * A synthetic go / no-go task: the subject presses a lever at one stimulus (70 % of the trials) and withholds at the
 * other; misses and false alarms occur.
 */
record GoNoGo() implements SyntheticTask {
    private static final double STIMULUS_MS = 500;
    private static final double STIMULUS_END_MS = 900;
    private static final double REWARD_MS = 1300;
    private static final double REWARD_END_MS = 1450;
    private static final double GO_SHARE = 0.7;
    private static final double HIT_RATE = 0.95;
    private static final double FALSE_ALARM_RATE = 0.15;
    private static final double SHORTEST_REACTION_MS = 250;
    private static final double REACTION_SPAN_MS = 150;

    @Override
    public String name() {
        return "go / no-go";
    }

    @Override
    public String event() {
        return "fixation onset";
    }

    @Override
    public List<Channel> channels() {
        return List.of(
                Channel.event("fixation_on"),
                Channel.event("go_stimulus"),
                Channel.event("no_go_stimulus"),
                Channel.event("reward_on"),
                new Channel("lever", Channel.Kind.CONTINUOUS, 0, 1));
    }

    @Override
    public List<Label> labels() {
        return List.of(
                new Label("stimulus", Factor.Kind.CATEGORICAL, Double.NaN, Map.of(1.0, "go", 2.0, "no-go")),
                new Label("response", Factor.Kind.CATEGORICAL, Double.NaN, Map.of(0.0, "withheld", 1.0, "pressed")),
                new Label("reward", Factor.Kind.ORDINAL, Double.NaN, Map.of(0.0, "none", 1.0, "reward")));
    }

    @Override
    public Trial draw(CounterRandom random, TimeAxis time) {
        int stimulus = random.uniform(0) < GO_SHARE ? 1 : 2;
        boolean pressed = random.uniform(1) < (stimulus == 1 ? HIT_RATE : FALSE_ALARM_RATE);
        double reaction = SHORTEST_REACTION_MS + REACTION_SPAN_MS * random.uniform(3);
        double reward = pressed == (stimulus == 1) ? 1 : 0;
        double[][] u = new double[time.bins()][channels().size()];
        double lever = 0;
        for (int bin = 0; bin < time.bins(); bin++) {
            double ms = time.centreMs(bin);
            u[bin][0] = SyntheticTask.pulse(ms, 0, REWARD_MS);
            u[bin][stimulus] = SyntheticTask.pulse(ms, STIMULUS_MS, STIMULUS_END_MS);
            u[bin][3] = reward * SyntheticTask.pulse(ms, REWARD_MS, REWARD_END_MS);
            double aim = pressed ? 1.5 * SyntheticTask.pulse(ms, STIMULUS_MS + reaction, REWARD_MS) : 0;
            lever += 0.4 * (aim - lever) + 0.05 * random.gaussian(10L + bin);
            u[bin][4] = lever;
        }
        return new Trial(new double[] {stimulus, pressed ? 1 : 0, reward}, u);
    }
}
