package org.dalescope.model.session.files;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.Finding;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Session;

/** Verifies the conversion of a session: finds the first part in which two sessions differ, compared bit for bit. */
final class SessionDifference {
    private SessionDifference() {}

    /** The first part that differs, in words for the user; empty if the sessions are the same. */
    static Optional<String> between(Session a, Session b) {
        if (!a.name().equals(b.name())) {
            return Optional.of("the name");
        }
        if (!a.time().equals(b.time())) {
            return Optional.of("the time axis");
        }
        if (!a.neurons().equals(b.neurons())) {
            return Optional.of("an id, a type or an area of the neurons");
        }
        if (!a.channels().equals(b.channels())) {
            return Optional.of("a name or a scale of the inputs");
        }
        if (!Arrays.equals(a.trialIds(), b.trialIds()) || !Arrays.equals(a.durationMs(), b.durationMs())) {
            return Optional.of("an id or a duration of the trials");
        }
        if (!notes(a).equals(notes(b))) {
            return Optional.of("a note");
        }
        if (!Arrays.equals(a.observed().valid(), b.observed().valid())) {
            return Optional.of("the mask of recorded bins");
        }
        if (!Arrays.equals(a.inputs(), b.inputs())) {
            return Optional.of("a value of the inputs");
        }
        if (!sameRates(a, b)) {
            return Optional.of("a rate");
        }
        return factors(a.factors(), b.factors());
    }

    private static List<List<String>> notes(Session session) {
        return session.source().notes().stream()
                .map((Finding note) -> List.of(note.code(), note.severity().name(), note.text()))
                .toList();
    }

    /** Compares recorded bins only, because the values in other bins are not data. */
    private static boolean sameRates(Session a, Session b) {
        if (a.rates().length != b.rates().length) {
            return false;
        }
        int neurons = a.neurons().size();
        for (int i = 0; i < a.rates().length; i++) {
            if (a.observed().valid()[i / neurons] && Float.compare(a.rates()[i], b.rates()[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> factors(List<Factor> a, List<Factor> b) {
        if (a.size() != b.size()) {
            return Optional.of("the number of factors");
        }
        for (int i = 0; i < a.size(); i++) {
            Factor one = a.get(i);
            Factor other = b.get(i);
            boolean same = one.name().equals(other.name())
                    && one.kind() == other.kind()
                    && Double.compare(one.notApplicable(), other.notApplicable()) == 0
                    && one.labels().equals(other.labels())
                    && Arrays.equals(one.values(), other.values());
            if (!same) {
                return Optional.of("factor '" + one.name() + "'");
            }
        }
        return Optional.empty();
    }
}
