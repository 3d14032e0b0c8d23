package org.dalescope.app.ui.configure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.schema.SettingDescription;
import org.junit.jupiter.api.Test;

class SessionSettingsTest {
    private static final Path FILE = Path.of("mine.json");
    private final ConfigurationViewModel form = new ConfigurationViewModel();
    private final Notifications notices = new Notifications(Runnable::run);
    private final SessionSettings settings = new SessionSettings(form, notices);
    private final Session first = session(1);
    private final Session second = session(2);

    private static Session session(int seed) {
        Session s = SyntheticSession.of(new SyntheticSettings(4, 2, 12, 20, 25, 0, seed));
        return new Session(
                "session " + seed,
                new SessionSource(Path.of(seed + ".npz"), "npz", "sha-" + seed),
                s.time(),
                s.neurons(),
                s.channels(),
                s.factors(),
                s.trialIds(),
                s.durationMs(),
                s.rates(),
                s.inputs(),
                s.observed());
    }

    @Test
    void everySettingOfThisKindGoesAndComesBackWithItsSession() {
        settings.follow(first);
        List<SettingDescription> kind = Configuration.schema().settings().stream()
                .filter(SettingDescription::ofSession)
                .toList();
        kind.forEach(setting -> form.setting(setting.key()).textProperty().set("a"));
        form.splitFileProperty().set(Optional.of(Path.of("split.json")));
        form.setting("training.epochs").textProperty().set("3");
        settings.follow(second);
        assertEquals(Map.of("training.epochs", "3"), form.changedSettings());
        assertEquals(Optional.empty(), form.splitFileProperty().get());
        kind.forEach(setting -> assertTrue(sentence().contains(setting.key() + " = a"), setting.key()));
        assertTrue(sentence().contains("split = split.json"), sentence());
        settings.follow(first);
        kind.forEach(setting ->
                assertEquals("a", form.setting(setting.key()).textProperty().get(), setting.key()));
        assertEquals(
                Optional.of(Path.of("split.json")), form.splitFileProperty().get());
    }

    @Test
    void theMessageTakesItBack() {
        settings.follow(first);
        types("1=I");
        settings.follow(second);
        assertEquals("", types());
        remedy();
        assertEquals("1=I", types());
        types("2=E");
        settings.follow(first);
        assertEquals("1=I", types());
        settings.follow(second);
        assertEquals("2=E", types());
    }

    @Test
    void whatWasSetBeforeASessionWasOpenIsTheFirstOnesAndIsSaid() {
        types("1=I");
        settings.follow(first);
        assertEquals("1=I", types());
        assertTrue(sentence().contains("data.neuron_types = 1=I"), sentence());
        remedy();
        assertEquals("", types());
    }

    @Test
    void onAnotherDayTheyAreStillTheirSessions() {
        settings.follow(first);
        types("1=I");
        settings.follow(second);
        types("2=E");
        SessionSettings again = new SessionSettings(form, notices);
        again.restore(settings.state());
        again.follow(second);
        assertEquals("2=E", types());
        again.follow(first);
        assertEquals("1=I", types());
    }

    @Test
    void aFileOfSettingsChangesThoseOfTheSessionOnlyWhereItIsOfThatSession() {
        Configuration file =
                Configuration.defaults().with("training.epochs", "9").with("data.neuron_types", "3=I");
        settings.follow(first);
        types("1=I");
        settings.take(file, FILE, Optional.empty());
        assertEquals(Map.of("training.epochs", "9", "data.neuron_types", "1=I"), form.changedSettings());
        assertTrue(sentence().contains("data.neuron_types = 3=I"), sentence());
        remedy();
        assertEquals("3=I", types());
        types("1=I");
        settings.take(file, FILE, of(second));
        assertEquals("1=I", types());
        settings.take(file, FILE, of(first));
        assertEquals("3=I", types());
    }

    @Test
    void withoutASessionAFileOfSettingsIsTakenWhole() {
        Configuration file = Configuration.defaults().with("data.neuron_types", "3=I");
        settings.take(file, FILE, of(first));
        assertEquals("3=I", types());
        settings.follow(second);
        assertEquals("", types());
        assertTrue(sentence().contains("another session (session 1)"), sentence());
        settings.follow(first);
        assertEquals("3=I", types());
    }

    private static Optional<SessionSettings.Owner> of(Session session) {
        return Optional.of(new SessionSettings.Owner(session.source().sha256(), session.name()));
    }

    private String types() {
        return form.setting("data.neuron_types").textProperty().get();
    }

    private void types(String text) {
        form.setting("data.neuron_types").textProperty().set(text);
    }

    private String sentence() {
        return notices.shownProperty().get().map(Notification::sentence).orElse("");
    }

    private void remedy() {
        notices.shownProperty().get().orElseThrow().remedies().getFirst().act().run();
    }
}
