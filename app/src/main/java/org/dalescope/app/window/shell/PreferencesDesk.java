package org.dalescope.app.window.shell;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.dalescope.app.window.preferences.PreferencesView;
import org.dalescope.app.window.preferences.PreferencesViewModel;
import org.dalescope.app.window.preferences.SelfTest;
import org.dalescope.app.words.Words;
import org.dalescope.model.libtorch.Preferences;
import org.dalescope.model.libtorch.UserFolders;

/** The preferences of the person at the machine, put together. */
final class PreferencesDesk {
    private PreferencesDesk() {}

    static PreferencesView view(Path runs, Path log, Supplier<Optional<Path>> askLibtorch) {
        Background background = Background.on(Platform::runLater);
        PreferencesViewModel model = new PreferencesViewModel(
                Preferences.standard(),
                SelfTest.inAProgramOfItsOwn(),
                Optional.ofNullable(System.getenv("PATH")).orElse(""),
                background.elsewhere(),
                background.window());
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put(Words.of("shell.runs"), runs);
        folders.put(Words.of("shell.log"), log);
        folders.put(Words.of("shell.preferences"), UserFolders.configuration());
        folders.put(Words.of("shell.fetched-libtorch"), UserFolders.data());
        folders.put(Words.of("shell.caches-may-be-deleted"), UserFolders.cache());
        String appearance = String.join("; ", Shortcut.LARGER.tip(), Shortcut.SMALLER.tip(), Shortcut.DARK.tip());
        return new PreferencesView(model, askLibtorch, folders, Findable.capital(appearance) + ".");
    }
}
