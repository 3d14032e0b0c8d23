package org.dalescope.model.session;

import java.util.Arrays;
import org.dalescope.model.common.InputError;

/** Checks that a recorded session is usable before anything is computed with it, whatever the format of its file. */
public final class SessionValidation {
    private static final int FEWEST_TRIALS = 10;

    private SessionValidation() {}

    /**
     * Checks a session that is opened.
     *
     * @throws InputError if the session is not usable, with the first reason
     */
    public static void check(Session session) {
        String file = session.source().file().toString();
        if (session.trials() < 1 || session.neurons().isEmpty()) {
            throw new InputError(file + " has " + session.trials() + " trials and "
                    + session.neurons().size()
                    + " neurons: a session needs both; check which variables of the file are used.");
        }
        if (session.bins() < 2 || !(session.time().binMs() > 0)) {
            throw new InputError(file + " has " + session.bins() + " bins of "
                    + session.time().binMs() + " ms, but needs at least 2 bins of a positive length: check its time"
                    + " axis and bin length.");
        }
        if (session.positions().size() != session.trials()) {
            throw new InputError(file + " uses a trial id twice: give every trial its own id.");
        }
        long distinct =
                session.neurons().stream().mapToInt(Neuron::id).distinct().count();
        if (distinct != session.neurons().size()) {
            throw new InputError(file + " uses a neuron id twice: give every neuron its own id in the export.");
        }
        if (Arrays.stream(session.durationMs()).anyMatch(d -> !Double.isFinite(d))) {
            throw new InputError(file + ": 'trial_duration_ms' has values that are not numbers; check the export.");
        }
        checkRates(session, file);
        checkInputs(session, file);
    }

    /**
     * Checks a session to which a network is fitted: it needs enough trials.
     *
     * @throws InputError if fitting is impossible, with the first reason
     */
    public static void fittable(Session session) {
        String file = session.source().file().toString();
        if (session.trials() < FEWEST_TRIALS) {
            throw new InputError(file + " has " + session.trials() + (session.trials() == 1 ? " trial" : " trials")
                    + ": at least " + FEWEST_TRIALS + " are needed to split and average.");
        }
    }

    private static void checkRates(Session session, String file) {
        float[] rates = session.rates();
        for (int i = 0; i < rates.length; i++) {
            if (!Float.isFinite(rates[i]) || rates[i] < 0) {
                int neuron = i % session.neurons().size();
                int trial = i / session.neurons().size() / session.bins();
                throw new InputError(file + ": the rate of neuron "
                        + session.neurons().get(neuron).id() + " in trial " + session.trialIds()[trial] + " is "
                        + rates[i] + ", but a number of at least 0 sp/s is expected: repair or leave out the trial.");
            }
        }
    }

    private static void checkInputs(Session session, String file) {
        float[] inputs = session.inputs();
        for (int i = 0; i < inputs.length; i++) {
            if (!Float.isFinite(inputs[i])) {
                int channel = i % session.channels().size();
                int trial = i / session.channels().size() / session.bins();
                throw new InputError(
                        file + ": input '" + session.channels().get(channel).name() + "' is not a number in"
                                + " trial " + session.trialIds()[trial]
                                + ": fill the gap in the export or leave out the trial.");
            }
        }
    }
}
