package org.dalescope.model.common;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The folders of the person at the machine, where the system keeps such things. */
public final class UserFolders {
    private UserFolders() {}

    /** What may be deleted at any time; {@code DALESCOPE_CACHE} names another place. */
    public static Path cache() {
        return folder("DALESCOPE_CACHE", "XDG_CACHE_HOME", ".cache", "Library/Caches", "Cache");
    }

    /** What was fetched on purpose; {@code DALESCOPE_DATA} names another place. */
    public static Path data() {
        return folder("DALESCOPE_DATA", "XDG_DATA_HOME", ".local/share", "Library/Application Support", "Data");
    }

    /** Preferences; {@code DALESCOPE_CONFIG} names another place. */
    public static Path configuration() {
        return folder("DALESCOPE_CONFIG", "XDG_CONFIG_HOME", ".config", "Library/Preferences", "Config");
    }

    private static Path folder(String own, String xdg, String linux, String mac, String windows) {
        Optional<String> named = variable(own);
        if (named.isPresent()) {
            return Path.of(named.get());
        }
        String home = System.getProperty("user.home", ".");
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return Path.of(variable("LOCALAPPDATA").orElse(home), "Dalescope", windows);
        }
        if (os.contains("mac")) {
            return Path.of(home, mac, "Dalescope");
        }
        return variable(xdg).map(Path::of).orElse(Path.of(home, linux)).resolve("dalescope");
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
