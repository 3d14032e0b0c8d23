package org.dalescope.app.ui.session;

import java.util.List;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Session;

/** The choices of factors that the session view offers for the open session. */
final class SessionChoices {
    private static final int MOST_LEVELS = 12;

    private SessionChoices() {}

    /** The names of the factors whose levels form conditions. */
    static List<String> factors(Session session) {
        return session.factors().stream()
                .filter(factor -> factor.kind() != Factor.Kind.CONTINUOUS)
                .filter(factor -> factor.levels().length >= 2 && factor.levels().length <= MOST_LEVELS)
                .map(Factor::name)
                .toList();
    }
}
