package org.dalescope.model.suite.grant;

import java.util.Collection;

/** What evidence says about local inhibition as the source of selectivity. */
public enum GrantOutcome {
    FOR("for local inhibition"),
    AGAINST("against local inhibition"),
    CANNOT_TELL("cannot tell");

    private final String words;

    GrantOutcome(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** What some outcomes say together: those that can tell must agree, and at least a number of them must tell. */
    static GrantOutcome of(Collection<GrantOutcome> outcomes, int least) {
        long speakFor = outcomes.stream().filter(one -> one == FOR).count();
        long against = outcomes.stream().filter(one -> one == AGAINST).count();
        if (speakFor >= least && against == 0) {
            return FOR;
        }
        return against >= least && speakFor == 0 ? AGAINST : CANNOT_TELL;
    }
}
