package org.dalescope.app.ui.shell;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.dalescope.app.ui.keyboard.Shortcut;
import org.dalescope.app.ui.preferences.PreferencesView;
import org.dalescope.app.ui.preferences.PreferencesViewModel;
import org.dalescope.app.ui.preferences.SelfTest;
import org.dalescope.app.ui.task.BackgroundTasks;
import org.dalescope.model.common.UserFolders;
import org.dalescope.model.common.io.Preferences;

/** Creates the preferences view that opens over the main window, for the current user. */
final class PreferencesSetup {
    private PreferencesSetup() {}

    static PreferencesView view(Path runs, Path log, Supplier<Optional<Path>> askLibtorch) {
        BackgroundTasks background = BackgroundTasks.on(Platform::runLater);
        PreferencesViewModel model = new PreferencesViewModel(
                Preferences.standard(),
                SelfTest.inSeparateProcess(),
                Optional.ofNullable(System.getenv("PATH")).orElse(""),
                background.elsewhere(),
                background.window());
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put("Runs", runs);
        folders.put("Log", log);
        folders.put("Preferences", UserFolders.configuration());
        folders.put("Fetched libtorch", UserFolders.data());
        folders.put("Caches (may be deleted)", UserFolders.cache());
        String appearance = String.join("; ", Shortcut.LARGER.tip(), Shortcut.SMALLER.tip(), Shortcut.DARK.tip());
        return new PreferencesView(model, askLibtorch, folders, PaletteEntries.capital(appearance) + ".");
    }
}
