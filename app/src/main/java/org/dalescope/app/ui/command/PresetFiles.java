package org.dalescope.app.ui.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dalescope.app.ui.configure.ConfigurationViewModel;
import org.dalescope.app.ui.configure.SessionSettings;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.UserError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationJson;

/**
 * The commands of the user that save the form's settings in files and load them. Files in the library's folder {@code
 * presets} are offered by name.
 */
public final class PresetFiles {
    private static final String ENDING = ".json";
    private final Path folder;
    private final ConfigurationViewModel form;
    private final SessionSettings sessionSettings;
    private final Notifications notices;

    public PresetFiles(
            Path library, ConfigurationViewModel form, SessionSettings sessionSettings, Notifications notices) {
        this.folder = library.resolve(".dalescope").resolve("presets");
        this.form = form;
        this.sessionSettings = sessionSettings;
        this.notices = notices;
    }

    Path folder() {
        return folder;
    }

    /** Creates the folder, so that a dialog can open in it. */
    void prepare() {
        try {
            AtomicFile.folder(folder);
        } catch (UserError refusal) {
            notices.show(refusal);
        }
    }

    /** The files that are offered, sorted by name; none if the folder cannot be read. */
    List<Path> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            notices.show(new StorageError(
                    "Your presets in %s cannot be read: check the folder's permissions.".formatted(folder), e));
            return List.of();
        }
    }

    /** Writes every setting, so that the file gives the same result with any preset. */
    void save(Path file) {
        Optional<Configuration> settings = form.configuration().get();
        if (settings.isEmpty()) {
            notices.show(Notification.information("Some settings are not valid: correct the marked ones, then save."));
            return;
        }
        Path named = file.toString().endsWith(ENDING) ? file : file.resolveSibling(file.getFileName() + ENDING);
        try {
            AtomicFile.write(named, ConfigurationJson.text(settings.get()));
            notices.show(Notification.information(
                    "The settings were written to %s; the command line reads them with --config.".formatted(named)));
        } catch (UserError refusal) {
            notices.show(refusal);
        }
    }

    /** The session of the run whose folder contains the file; empty if the run's description cannot be read. */
    private static Optional<SessionSettings.Owner> sessionOf(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent())
                .map(RunFolder::new)
                .filter(run -> run.configJson().equals(file.toAbsolutePath()) && Files.isRegularFile(run.runJson()))
                .flatMap(PresetFiles::sessionOf);
    }

    private static Optional<SessionSettings.Owner> sessionOf(RunFolder run) {
        try {
            RunDescription is = RunDescription.read(run);
            return Optional.of(new SessionSettings.Owner(is.sessionSha256(), is.sessionName()));
        } catch (UserError unreadable) {
            // The settings are in another file and are valid. The caller reports that their session is unknown.
            return Optional.empty();
        }
    }

    /** Reads settings from a file; settings that the file does not name get the values of the chosen preset. */
    public void load(Path file) {
        try {
            sessionSettings.take(
                    ConfigurationJson.read(file, form.presetProperty().get().configuration()), file, sessionOf(file));
        } catch (UserError refusal) {
            notices.show(refusal);
        }
    }
}
