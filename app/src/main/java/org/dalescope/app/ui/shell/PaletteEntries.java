package org.dalescope.app.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dalescope.app.ui.configure.ConfigurationViewModel;
import org.dalescope.app.ui.configure.SettingViewModel;
import org.dalescope.app.ui.keyboard.Shortcut;
import org.dalescope.app.ui.library.LibraryItem;
import org.dalescope.app.ui.palette.PaletteEntry;
import org.dalescope.model.settings.Preset;

/** Collects what the main window offers in its command palette: actions, settings, presets, sessions and runs. */
final class PaletteEntries {
    private final Consumer<Shortcut> press;
    private final Consumer<SettingViewModel> showSetting;
    private final Consumer<Path> open;
    private final Runnable openDemo;

    PaletteEntries(
            Consumer<Shortcut> press, Consumer<SettingViewModel> showSetting, Consumer<Path> open, Runnable openDemo) {
        this.press = press;
        this.showSetting = showSetting;
        this.open = open;
        this.openDemo = openDemo;
    }

    List<PaletteEntry> entries(ConfigurationViewModel form, List<LibraryItem> library, List<String> recent) {
        List<PaletteEntry> all = new ArrayList<>();
        for (Shortcut shortcut : Shortcut.values()) {
            all.add(new PaletteEntry(
                    "action", capital(shortcut.purpose()), shortcut.shown(), () -> press.accept(shortcut)));
        }
        all.add(new PaletteEntry(
                "action", "Open the demo session", "a synthetic recording that comes with the program", openDemo));
        for (Preset preset : form.presets()) {
            all.add(new PaletteEntry("preset", preset.name(), preset.help(), () -> form.presetProperty()
                    .set(preset)));
        }
        for (SettingViewModel setting : form.settings()) {
            var is = setting.description();
            all.add(new PaletteEntry(
                    "setting", is.label(), is.section() + ", " + is.key(), () -> showSetting.accept(setting)));
        }
        library.forEach(item -> entry(item, all));
        for (String file : recent) {
            all.add(new PaletteEntry("recent", name(file), file, () -> open.accept(Path.of(file))));
        }
        return List.copyOf(all);
    }

    private void entry(LibraryItem item, List<PaletteEntry> all) {
        switch (item) {
            case LibraryItem.SessionItem s ->
                all.add(new PaletteEntry("session", s.title(), s.detail(), () -> open.accept(s.file())));
            case LibraryItem.RunItem r ->
                all.add(new PaletteEntry(
                        "run", r.title(), r.detail() + " " + r.folder(), () -> open.accept(r.folder())));
            case LibraryItem.SuiteItem s ->
                all.add(new PaletteEntry(
                        "suite", s.title(), String.valueOf(s.folder()), () -> open.accept(s.folder())));
            case LibraryItem.Heading h -> {}
        }
    }

    private static String name(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }

    static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
