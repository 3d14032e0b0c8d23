package org.dalescope.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;

/** Sessions for tests. */
public final class SmallSessions {
    private SmallSessions() {}

    /** 6 E and 2 I neurons, 60 trials of 20 bins, 2 of them aborted. */
    public static Session small() {
        return SyntheticSession.of(new SyntheticSettings(6, 2, 60, 20, 25, 2, 11));
    }

    /** A session like another, with other rates. */
    public static Session withRates(Session session, float[] rates) {
        return with(session, rates, session.inputs());
    }

    /** A session like another, with other inputs. */
    public static Session withInputs(Session session, float[] inputs) {
        return with(session, session.rates(), inputs);
    }

    /** A session like another whose file names its trials. */
    public static Session withTrialIds(Session session, IntUnaryOperator idOfPosition) {
        return new Session(
                session.name(),
                session.source(),
                session.time(),
                session.neurons(),
                session.channels(),
                session.factors(),
                IntStream.range(0, session.trials()).map(idOfPosition).toArray(),
                session.durationMs(),
                session.rates(),
                session.inputs());
    }

    private static Session with(Session session, float[] rates, float[] inputs) {
        return new Session(
                session.name(),
                session.source(),
                session.time(),
                session.neurons(),
                session.channels(),
                session.factors(),
                session.trialIds(),
                session.durationMs(),
                rates,
                inputs);
    }

    /** A session without its input channels. */
    public static Session withoutInputs(Session session) {
        return new Session(
                session.name(),
                new SessionSource(Path.of("without.dalescope"), "test", ""),
                session.time(),
                session.neurons(),
                List.of(),
                session.factors(),
                session.trialIds(),
                session.durationMs(),
                session.rates(),
                new float[0]);
    }

    /** The first trials of a session. */
    public static Session firstTrials(Session session, int trials) {
        int[] kept = IntStream.range(0, trials).toArray();
        List<org.dalescope.model.session.Factor> factors = new ArrayList<>();
        session.factors().forEach(f -> factors.add(f.of(kept)));
        return new Session(
                session.name(),
                new SessionSource(Path.of("first.dalescope"), "test", ""),
                session.time(),
                session.neurons(),
                session.channels(),
                factors,
                java.util.Arrays.copyOf(session.trialIds(), trials),
                java.util.Arrays.copyOf(session.durationMs(), trials),
                java.util.Arrays.copyOf(
                        session.rates(),
                        trials * session.bins() * session.neurons().size()),
                java.util.Arrays.copyOf(
                        session.inputs(),
                        trials * session.bins() * session.channels().size()));
    }
}
