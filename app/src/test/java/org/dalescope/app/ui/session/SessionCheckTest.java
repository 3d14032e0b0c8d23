package org.dalescope.app.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.scoring.screening.NeuronCheck;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.DataSettings;
import org.junit.jupiter.api.Test;

/** The report is that of the session as the settings would fit it; making it waits until the test lets it go on. */
class SessionCheckTest {
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<Throwable> failed = new ArrayList<>();
    private boolean breaks;
    private final SessionCheck check = new SessionCheck(waiting::add, this::runOrBreak, failed::add);
    private final OpenSession open = OpenSession.of(excitatory());

    /** Breaks once where that is asked for, as a report that cannot be made. */
    private void runOrBreak(Runnable work) {
        if (breaks) {
            breaks = false;
            throw new IllegalStateException("no memory");
        }
        work.run();
    }

    /** Six neurons, all of them excitatory, as of a file that does not say. */
    private static Session excitatory() {
        Session s = SyntheticSession.of(new SyntheticSettings(4, 2, 60, 20, 25, 0, 3));
        return new Session(
                s.name(),
                s.source(),
                s.time(),
                s.neurons().stream()
                        .map(n -> new Neuron(n.id(), NeuronType.EXCITATORY, n.area()))
                        .toList(),
                s.channels(),
                s.factors(),
                s.trialIds(),
                s.durationMs(),
                s.rates(),
                s.inputs(),
                s.observed());
    }

    private static Optional<DataSettings> settings(Map<String, String> values) {
        return Optional.of(Configuration.defaults().with(values).data());
    }

    private int id(int place) {
        return open.session().neurons().get(place).id();
    }

    private CheckedSession now() {
        return check.checkedProperty().get().orElseThrow();
    }

    private boolean saysThatATypeIsMissing() {
        return now().findings().stream().anyMatch(f -> f.code().equals("missing-type"));
    }

    private String fact(int place) {
        return now().facts().get(place).getValue();
    }

    @Test
    void configuredTypesCountInFindingsFactsAndTable() {
        check.follow(Optional.of(open), settings(Map.of()));
        assertTrue(saysThatATypeIsMissing());
        assertEquals("6: 6 E, 0 I", fact(4));
        check.follow(Optional.of(open), settings(Map.of("data.neuron_types", id(4) + "=I," + id(5) + "=I")));
        waiting.removeFirst().run();
        assertFalse(saysThatATypeIsMissing(), now().findings().toString());
        assertEquals("6: 4 E, 2 I", fact(4));
        List<NeuronCheck> rows = open.preflight().neurons();
        assertEquals(NeuronType.INHIBITORY, now().neuron(rows.get(5)).neuron().type());
        assertEquals(NeuronType.EXCITATORY, now().neuron(rows.get(0)).neuron().type());
        check.follow(Optional.of(open), settings(Map.of()));
        assertTrue(saysThatATypeIsMissing());
        assertEquals(List.of(), failed);
    }

    @Test
    void whatIsLeftOutIsNotCountedButStillKnown() {
        int trial = open.session().trialIds()[7];
        check.follow(
                Optional.of(open),
                settings(Map.of("data.exclude_neurons", "" + id(1), "data.exclude_trials", "" + trial)));
        assertTrue(now().pending());
        assertEquals(List.of(), now().findings());
        waiting.removeFirst().run();
        assertEquals("5: 5 E, 0 I", fact(4));
        assertTrue(fact(2).startsWith("59,"), fact(2));
        assertEquals("1 neuron, 1 trial", fact(5));
        NeuronCheck out = open.preflight().neurons().get(1);
        assertEquals(out, now().neuron(out));
        assertEquals(open.preflight(), now().with(out));
        NeuronCheck in = now().neuron(open.preflight().neurons().get(2));
        assertEquals(now().used(), now().with(in));
    }

    @Test
    void settingsThatDoNotSuitAreSaid() {
        check.follow(Optional.of(open), settings(Map.of("data.exclude_neurons", "777")));
        waiting.removeFirst().run();
        assertTrue(now().findings().getFirst().text().contains("neuron 777"));
        assertEquals("6: 6 E, 0 I", fact(4));
    }

    @Test
    void aReportThatCannotBeMadeIsSaidAndTheNextOneIsMade() {
        check.follow(Optional.of(open), settings(Map.of("data.exclude_neurons", "" + id(1))));
        breaks = true;
        waiting.removeFirst().run();
        assertEquals(1, failed.size());
        assertFalse(now().pending());
        assertEquals("6: 6 E, 0 I", fact(4));
        assertTrue(now().findings().getFirst().text().contains("no memory"));
        check.follow(Optional.of(open), settings(Map.of("data.exclude_neurons", id(1) + "," + id(2))));
        waiting.removeFirst().run();
        assertEquals("4: 4 E, 0 I", fact(4));
    }

    @Test
    void afterAFailureTheNewestReportIsMadeWhereAnotherIsWantedByThen() {
        check.follow(Optional.of(open), settings(Map.of("data.exclude_neurons", "" + id(1))));
        check.follow(Optional.of(open), settings(Map.of("data.exclude_neurons", id(1) + "," + id(2))));
        breaks = true;
        waiting.removeFirst().run();
        assertTrue(now().pending());
        waiting.removeFirst().run();
        assertEquals("4: 4 E, 0 I", fact(4));
    }

    @Test
    void whileOneReportIsMadeOnlyTheNewestWishWaits() {
        check.follow(Optional.of(open), settings(Map.of("data.exclude_neurons", "" + id(1))));
        check.follow(Optional.of(open), settings(Map.of("data.exclude_neurons", id(1) + "," + id(2))));
        check.follow(Optional.of(open), Optional.empty());
        check.follow(Optional.of(open), settings(Map.of("data.exclude_neurons", id(1) + "," + id(2) + "," + id(3))));
        assertEquals(1, waiting.size());
        waiting.removeFirst().run();
        assertTrue(now().pending());
        waiting.removeFirst().run();
        assertEquals("3: 3 E, 0 I", fact(4));
        assertEquals(0, waiting.size());
    }
}
