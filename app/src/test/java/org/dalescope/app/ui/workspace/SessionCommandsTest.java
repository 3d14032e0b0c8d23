package org.dalescope.app.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import org.dalescope.app.CountsFile;
import org.dalescope.app.ui.command.PresetFiles;
import org.dalescope.app.ui.configure.ConfigurationViewModel;
import org.dalescope.app.ui.configure.SessionSettings;
import org.dalescope.app.ui.library.LibraryViewModel;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.app.ui.session.OpenSession;
import org.dalescope.app.ui.task.BackgroundTasks;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunLibrary;
import org.dalescope.model.session.format.MappingJson;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading waits until the test lets it go on. */
class SessionCommandsTest {
    @TempDir
    Path folder = Path.of("");

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Notifications notices = new Notifications(Runnable::run);

    private SessionCommands sessions(Path library) {
        return new SessionCommands(
                new RunLibrary(library),
                new BackgroundTasks(waiting::add, Runnable::run),
                notices,
                new LibraryViewModel(),
                () -> {},
                path -> {});
    }

    private Path file(String name, int trials) {
        return CountsFile.write(folder.resolve(name), trials);
    }

    private void runAll() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    private static OpenSession shown(SessionCommands sessions) {
        return sessions.sessionProperty().get().orElseThrow();
    }

    @Test
    void cancellingLeavesTheOpenSessionAndItsMapping() throws IOException {
        SessionCommands sessions = sessions(folder.resolve("runs"));
        Path file = file("a.npz", 90);
        openAs(sessions, file);
        assertEquals(Optional.empty(), notices.shownProperty().get().map(Notification::sentence));
        assertEquals(10, shown(sessions).session().time().binMs());
        OpenSession before = shown(sessions);
        sessions.open(file, () -> {});
        sessions.opening().stop();
        runAll();
        assertEquals(before, shown(sessions));
        assertEquals(Optional.empty(), notices.shownProperty().get().map(Notification::sentence));
        sessions.open(file, () -> {});
        runAll();
        assertEquals(10, shown(sessions).session().time().binMs(), "still understood as it was chosen");
    }

    private Path mapping() throws IOException {
        return Files.writeString(folder.resolve("chosen.json"), """
                {"kind": "arrays",
                 "activity": {"variable": "spikes", "holds": "counts", "axes": ["trial", "bin", "neuron"]},
                 "neurons": {"types": "cell_type"},
                 "time": {"start_ms": 0, "event": "x", "bin_ms": 10}}""");
    }

    private void openAs(SessionCommands sessions, Path file) throws IOException {
        sessions.openAs(file, MappingJson.read(mapping()), () -> {});
        runAll();
    }

    private void open(SessionCommands sessions, Path file) {
        sessions.open(file, () -> {});
        runAll();
    }

    private Notification notice() {
        return notices.shownProperty().get().orElseThrow();
    }

    private void press(String remedy) {
        notice().remedies().stream()
                .filter(one -> one.id().equals(remedy))
                .findFirst()
                .orElseThrow()
                .act()
                .run();
        runAll();
    }

    @Test
    void whatIsSaidOfTheSettingsAndOfTheMappingIsReadTogether() throws IOException {
        SessionCommands sessions = sessions(folder.resolve("runs"));
        ConfigurationViewModel form = new ConfigurationViewModel();
        SessionSettings settings = new SessionSettings(form, notices);
        sessions.sessionProperty().subscribe(open -> open.ifPresent(now -> settings.follow(now.session())));
        StringProperty types = form.setting("data.neuron_types").textProperty();
        Path mapped = file("mapped.npz", 90);
        Path plain = file("plain.npz", 60);
        openAs(sessions, mapped);
        open(sessions, plain);
        types.set("1=I");
        open(sessions, mapped);
        assertEquals("", types.get());
        assertTrue(notice().sentence().contains("data.neuron_types = 1=I"), notice().sentence());
        Path kept = shown(sessions).mappingFile().orElseThrow();
        assertTrue(notice().sentence().contains(kept.toString()), notice().sentence());
        assertEquals(
                List.of("session-settings", "look-at-mapping", "guess-mapping"),
                notice().remedies().stream().map(Notification.Remedy::id).toList());
        Notification both = notice();
        press("session-settings");
        assertEquals("1=I", types.get());
        notices.show(both);
        press("guess-mapping");
        assertEquals(20, shown(sessions).session().time().binMs());
        assertEquals("1=I", types.get());
    }

    @Test
    void aCopyThatIsReadAsGuessedLeavesTheMappingOfTheOriginal() throws IOException {
        SessionCommands sessions = sessions(folder.resolve("runs"));
        Path original = file("a.npz", 90);
        openAs(sessions, original);
        Path copy = Files.copy(original, folder.resolve("copy.npz"));
        open(sessions, copy);
        assertEquals(10, shown(sessions).session().time().binMs());
        press("guess-mapping");
        assertEquals(20, shown(sessions).session().time().binMs());
        open(sessions, original);
        assertEquals(10, shown(sessions).session().time().binMs());
        SessionCommands later = sessions(folder.resolve("runs"));
        later.applied().restore(sessions.applied().all());
        open(later, copy);
        assertEquals(20, shown(later).session().time().binMs());
        assertEquals(copy, shown(later).session().source().file());
    }

    @Test
    void aMappingThatCannotBeReadIsOneSentenceWithAWayOut() throws IOException {
        SessionCommands sessions = sessions(folder.resolve("runs"));
        Path file = file("a.npz", 90);
        openAs(sessions, file);
        Path kept = shown(sessions).mappingFile().orElseThrow();
        Files.delete(kept);
        // A folder in its place: it is there and cannot be read.
        Files.createDirectory(kept);
        open(sessions, file);
        assertEquals(Notification.Kind.REFUSAL, notice().kind());
        assertTrue(notice().sentence().contains(kept.toString()), notice().sentence());
        press("guess-mapping");
        assertEquals(20, shown(sessions).session().time().binMs());
    }

    @Test
    void settingsBesideADamagedDescriptionOfARunAreTaken() throws IOException {
        RunFolder run = new RunFolder(Files.createDirectories(folder.resolve("run")));
        Files.writeString(
                run.configJson(),
                ConfigurationJson.text(Configuration.defaults().with("training.epochs", "9")));
        Files.writeString(run.runJson(), "{\"schema\": ");
        ConfigurationViewModel form = new ConfigurationViewModel();
        new PresetFiles(folder, form, new SessionSettings(form, notices), notices).load(run.configJson());
        assertEquals("9", form.setting("training.epochs").textProperty().get());
        assertEquals(Notification.Kind.INFORMATION, notice().kind(), notice().sentence());
    }

    /** Such as DALESCOPE_RUNS that names a file, or a path below one. */
    @Test
    void aLibraryThatCannotBeIsOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "");
        for (Path library : List.of(file, file.resolve("below"), Path.of("/proc/x"))) {
            SessionCommands sessions = sessions(library);
            sessions.openDemo(() -> {});
            runAll();
            Notification shown = notices.shownProperty().get().orElseThrow();
            assertEquals(Notification.Kind.REFUSAL, shown.kind(), shown.sentence());
            assertTrue(shown.sentence().contains(library + " cannot be created"), shown.sentence());
            notices.dismiss();
            assertEquals(Optional.empty(), sessions.sessionProperty().get());
        }
    }
}
