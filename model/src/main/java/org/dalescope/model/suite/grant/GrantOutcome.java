package org.dalescope.model.suite.grant;

import java.util.Collection;

/** What evidence says about local inhibition as the source of selectivity. */
public enum GrantOutcome {
    FOR("for local inhibition", "speaks for it"),
    AGAINST("against local inhibition", "speaks against it"),
    CANNOT_TELL("cannot tell", "cannot tell");

    private final String words;
    private final String verb;

    GrantOutcome(String words, String verb) {
        this.words = words;
        this.verb = verb;
    }

    /** What a panel with this outcome does, after its name. */
    String verb() {
        return verb;
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
