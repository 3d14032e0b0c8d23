package org.dalescope.model.engine.libtorch.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.UserError;
import org.dalescope.model.common.io.Preferences;

/**
 * The libtorch that was chosen, and by whom: the command line, else the environment, else the preferences, else the
 * installation. Empty where the jars bring it.
 *
 * @param folder as it was named
 * @param by who named it, for sentences
 */
public record LibtorchChoice(Optional<Path> folder, String by) {
    /** Who named the one in the jars. */
    public static final String JARS = "the program's own";

    /** Who named the one of the installed program. */
    public static final String INSTALLATION = "the installation";

    /** Set by {@code --libtorch}. */
    public static final String GIVEN = "dalescope.libtorch";

    /** Set by the installed program for the one that it brings. */
    public static final String BUNDLED = "dalescope.libtorch.bundled";

    static final String VARIABLE = "PYTORCH_LIBRARY_PATH";

    /** What holds for this process. */
    public static LibtorchChoice current() {
        return current(Preferences.standard());
    }

    /** The same with preferences that lie elsewhere. */
    public static LibtorchChoice current(Preferences preferences) {
        return of(
                name -> Optional.ofNullable(System.getProperty(name)).orElse(""),
                name -> Optional.ofNullable(System.getenv(name)).orElse(""),
                preferences);
    }

    /** Such as {@code libtorch 2.7.1 (cpu), by the installation}; a sentence where it cannot be loaded. */
    public String words() {
        try {
            return examined().map(LibtorchFolder::toString).orElse("libtorch " + LibtorchFolder.VERSION + " (cpu)")
                    + ", by " + by;
        } catch (UserError unusable) {
            return unusable.sentence();
        }
    }

    static LibtorchChoice of(
            UnaryOperator<String> properties, UnaryOperator<String> environment, Preferences preferences) {
        String given = properties.apply(GIVEN);
        String variable = environment.apply(VARIABLE);
        if (!given.isEmpty()) {
            if (!variable.isEmpty()) {
                throw new InputError(
                        "--libtorch and the variable " + VARIABLE + " both name a libtorch: leave one of them out.");
            }
            return new LibtorchChoice(Optional.of(Path.of(given)), "--libtorch");
        }
        if (!variable.isEmpty()) {
            return new LibtorchChoice(Optional.of(Path.of(variable)), VARIABLE);
        }
        Optional<Path> preferred = preferences.libtorch();
        if (preferred.isPresent()) {
            return new LibtorchChoice(preferred, preferences.file().toString());
        }
        String bundled = properties.apply(BUNDLED);
        return bundled.isEmpty()
                ? new LibtorchChoice(Optional.empty(), JARS)
                : new LibtorchChoice(Optional.of(Path.of(bundled)), INSTALLATION);
    }

    /**
     * The libtorch that is chosen; empty for the one in the jars.
     *
     * @throws InputError naming who chose it, where it cannot be loaded
     */
    public Optional<LibtorchFolder> examined() {
        try {
            return folder.map(LibtorchFolder::examine);
        } catch (UserError refusal) {
            throw new InputError(refusal.sentence().replaceAll("\\.$", "") + " (named by " + by + ").", refusal);
        }
    }
}
