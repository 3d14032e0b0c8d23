package org.dalescope.model.common;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives any class the user's folders for cache, data and preferences, in the places that the operating system defines.
 */
public final class UserFolders {
    private UserFolders() {}

    /** The folder for files that may be deleted at any time; {@code DALESCOPE_CACHE} names another folder. */
    public static Path cache() {
        return folder("DALESCOPE_CACHE", "XDG_CACHE_HOME", ".cache", "Library/Caches", "Cache");
    }

    /** The folder for downloads that the user asked for; {@code DALESCOPE_DATA} names another folder. */
    public static Path data() {
        return folder("DALESCOPE_DATA", "XDG_DATA_HOME", ".local/share", "Library/Application Support", "Data");
    }

    /** The folder for preferences; {@code DALESCOPE_CONFIG} names another folder. */
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
