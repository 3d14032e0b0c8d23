package org.dalescope.app.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.dalescope.app.ui.configure.ConfigurationViewModel;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Remedy;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.junit.jupiter.api.Test;

class SessionCurationTest {
    private final ConfigurationViewModel configuration = new ConfigurationViewModel();
    private final SessionCuration curating = new SessionCuration(configuration);

    private String text(String key) {
        return configuration.setting(key).textProperty().get();
    }

    @Test
    void aRemedyWritesTheSettingAndASecondClickTakesItBack() {
        Remedy remedy = Remedy.add("data.exclude_neurons", "2,5", "Leave out neurons 2, 5");
        configuration.setting("data.exclude_neurons").textProperty().set("9");
        assertFalse(curating.isApplied(remedy));
        curating.toggle(remedy);
        assertEquals("9,2,5", text("data.exclude_neurons"));
        assertTrue(curating.isApplied(remedy));
        assertEquals(Map.of("data.exclude_neurons", "9,2,5"), configuration.changedSettings());
        curating.toggle(remedy);
        assertEquals("9", text("data.exclude_neurons"));
    }

    @Test
    void whatIsInForceByDefaultCanBeSwitchedOffAndOn() {
        Remedy aborted = Remedy.set("data.exclude_aborted", "on", "Leave out aborted trials");
        assertTrue(curating.isApplied(aborted));
        curating.toggle(aborted);
        assertEquals("off", text("data.exclude_aborted"));
        curating.toggle(aborted);
        assertEquals("on", text("data.exclude_aborted"));
        Remedy zero = Remedy.set("data.mask_origin", "time-zero", "Count from time zero");
        curating.toggle(zero);
        assertTrue(curating.isApplied(zero));
        curating.toggle(zero);
        assertEquals("array-start", text("data.mask_origin"));
    }

    @Test
    void exclusionsAreUndoneOneByOne() {
        assertFalse(curating.undoableProperty().get());
        curating.toggleTrial(12);
        curating.toggleTrial(13);
        curating.toggleNeuron(3);
        assertTrue(curating.isTrialLeftOut(13));
        assertTrue(curating.isNeuronLeftOut(3));
        curating.undo();
        assertFalse(curating.isNeuronLeftOut(3));
        curating.undo();
        assertEquals("12", text("data.exclude_trials"));
        curating.toggleTrial(12);
        assertEquals("", text("data.exclude_trials"));
        curating.undo();
        curating.undo();
        assertEquals(0, configuration.changes().get());
        assertFalse(curating.undoableProperty().get());
    }

    /** What was typed into the form after a click is the person's own and stays. */
    @Test
    void undoDoesNotTouchWhatWasTypedSince() {
        curating.toggleNeuron(3);
        configuration.setting("data.exclude_neurons").textProperty().set("3,4");
        curating.undo();
        assertEquals("3,4", text("data.exclude_neurons"));
        configuration.setting("data.exclude_neurons").textProperty().set("three");
        curating.toggleNeuron(5);
        assertEquals("three", text("data.exclude_neurons"));
    }

    @Test
    void anUnknownIdHoldsTheFitBackAndIsSaidInTheForm() {
        Session session = SyntheticSession.of(new SyntheticSettings(6, 2, 60, 20, 25, 2, 11));
        configuration.sessionProperty().set(Optional.of(session));
        assertTrue(configuration.valid().get());
        configuration.setting("data.exclude_neurons").textProperty().set("777");
        assertFalse(configuration.valid().get());
        Finding said = configuration.warnings().get().getFirst();
        assertEquals(Finding.Severity.ERROR, said.severity());
        assertTrue(said.text().contains("neuron 777"), said.text());
        configuration.reset();
        assertTrue(configuration.valid().get());
    }
}
