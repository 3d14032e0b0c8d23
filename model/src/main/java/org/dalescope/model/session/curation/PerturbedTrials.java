package org.dalescope.model.session.curation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.common.DecimalParser;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.NearestName;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.TimeWindow;

/**
 * The trials of a session in which the experimenter perturbed neurons, in the text of the settings
 * (docs/perturbation-test.md).
 *
 * @param factor the factor that tells perturbed trials from others; empty if no trial is perturbed
 * @param levels its levels that mean "perturbed", separated by commas; empty for all levels other than 0
 * @param units the neurons that the perturbation reaches directly
 * @param window the time of the perturbation in a trial; empty for the whole trial
 * @param learned whether the fit learns from these trials, with the perturbation as an input
 */
public record PerturbedTrials(
        String factor, String levels, String units, PerturbationEffect effect, String window, boolean learned) {
    public static final String FACTOR = "data.perturbed.factor";
    public static final String LEVELS = "data.perturbed.levels";
    public static final String WINDOW = "data.perturbed.window";
    public static final String UNITS = "data.perturbed.units";

    /** The name of the input that stands for the perturbation in a fit that learns from it. */
    public static final String CHANNEL = "perturbation";

    /** Whether the settings say that no trial is perturbed. */
    public boolean isEmpty() {
        return factor.isBlank();
    }

    public PerturbationTarget target() {
        return PerturbationTarget.parse(units);
    }

    /** The time in which the perturbation acts. */
    public TimeWindow timeWindow() {
        try {
            return window.isBlank() ? TimeWindow.WHOLE : TimeWindow.of(window);
        } catch (InputError refusal) {
            throw new InputError(
                    "Setting " + WINDOW + " cannot hold '" + window
                            + "': write the start and the end in ms, the start before the end, such as 300:600 or 300:.",
                    refusal);
        }
    }

    /**
     * Whether each trial of a session is perturbed.
     *
     * @throws InputError if the session lacks the factor or a level, or all trials or none are perturbed
     */
    public boolean[] in(Session session) {
        boolean[] in = new boolean[session.trials()];
        if (isEmpty()) {
            return in;
        }
        Factor named = named(session);
        double[] wanted = wanted(named);
        int count = 0;
        for (int trial = 0; trial < in.length; trial++) {
            double value = named.values()[trial];
            in[trial] = named.applies(value) && Arrays.stream(wanted).anyMatch(level -> level == value);
            count += in[trial] ? 1 : 0;
        }
        if (count == 0 || count == in.length) {
            throw new InputError(
                    "Settings " + FACTOR + " and " + LEVELS + " say that "
                            + (count == 0 ? "no trial" : "every trial")
                            + " is perturbed, but a comparison needs trials of both kinds: name the levels of perturbed trials.");
        }
        return in;
    }

    /**
     * The problem with the settings for a session, if there is one. It does not depend on what is left out of the
     * session, so that a form can ask at every keystroke.
     *
     * @param session as it was opened
     */
    public Optional<String> problem(Session session) {
        if (isEmpty()) {
            return Optional.empty();
        }
        try {
            checkNames(session);
            return Optional.empty();
        } catch (InputError refusal) {
            return Optional.of(refusal.sentence());
        }
    }

    /**
     * Checks the settings for a session.
     *
     * @throws InputError if they name something that it does not have
     */
    public void check(Session session) {
        checkNames(session);
        if (learned && session.channels().stream().anyMatch(c -> c.name().equals(CHANNEL))) {
            throw new InputError("The session has an input '" + CHANNEL
                    + "' already, which data.perturbed.learn would make: leave it out with " + Curation.CHANNELS + ".");
        }
    }

    private void checkNames(Session session) {
        in(session);
        target().in(session);
        timeWindow().bins(session.time());
    }

    /** The session with an input that is 1 while the perturbation acts in a perturbed trial, after its own inputs. */
    public Session withChannel(Session session) {
        boolean[] perturbed = in(session);
        boolean[] open = timeWindow().bins(session.time());
        int own = session.channels().size();
        float[] inputs = session.widenedInputs(1);
        for (int row = 0; row < session.trials() * session.bins(); row++) {
            boolean on = perturbed[row / session.bins()] && open[row % session.bins()];
            inputs[row * (own + 1) + own] = on ? 1 : 0;
        }
        List<Channel> channels = new ArrayList<>(session.channels());
        channels.add(Channel.event(CHANNEL));
        return session.withInputs(channels, inputs);
    }

    private Factor named(Session session) {
        return session.factor(factor.strip()).orElseThrow(() -> {
            List<String> names = session.factors().stream().map(Factor::name).toList();
            return new InputError("Setting " + FACTOR + " names '" + factor
                    + "', which the session does not have: "
                    + (names.isEmpty() ? "it has no factors." : "choose from " + String.join(", ", names) + "."));
        });
    }

    private double[] wanted(Factor named) {
        double[] known = named.levels();
        List<String> items = IdList.items(levels);
        if (!items.isEmpty()) {
            return items.stream().mapToDouble(item -> level(named, known, item)).toArray();
        }
        // Words are coded from 0, so only the label tells whether a level is 0.
        if (Arrays.stream(known).noneMatch(value -> named.label(value).equals("0"))) {
            throw new InputError("Setting " + LEVELS + " is empty, but the factor '" + named.name()
                    + "' has no level 0 that could mean 'not perturbed': name the levels of perturbed trials, such as "
                    + named.label(known.length == 0 ? 1 : known[known.length - 1]) + ".");
        }
        return Arrays.stream(known)
                .filter(value -> !named.label(value).equals("0"))
                .toArray();
    }

    private static double level(Factor named, double[] known, String item) {
        List<String> labels = Arrays.stream(known).mapToObj(named::label).toList();
        int byLabel = labels.indexOf(item);
        if (byLabel >= 0) {
            return known[byLabel];
        }
        double number = DecimalParser.parse(item).orElse(Double.NaN);
        return IntStream.range(0, known.length)
                .filter(i -> known[i] == number)
                .mapToDouble(i -> known[i])
                .findFirst()
                .orElseThrow(() -> new InputError("Setting " + LEVELS + " names the level '" + item
                        + "', which the factor '" + named.name() + "' does not have"
                        + NearestName.hint(item, labels) + ". Choose from: " + String.join(", ", labels) + "."));
    }
}
