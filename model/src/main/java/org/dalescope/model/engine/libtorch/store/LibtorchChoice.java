package org.dalescope.model.engine.libtorch.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.UserError;
import org.dalescope.model.common.io.Preferences;

/**
 * The chosen libtorch and the source of the choice: the command line, otherwise the environment, otherwise the
 * preferences, otherwise the installation. Without a choice, the libtorch in the jars is used.
 *
 * @param folder the chosen folder as it was given; empty for the libtorch in the jars
 * @param by the source of the choice, for use in sentences
 */
public record LibtorchChoice(Optional<Path> folder, String by) {
    /** The source of the libtorch in the jars. */
    public static final String SHIPPED = "the program";

    /** The source of the libtorch of the installed program. */
    public static final String INSTALLATION = "the installation";

    /** The system property that {@code --libtorch} sets. */
    public static final String GIVEN = "dalescope.libtorch";

    /** The system property that the installed program sets for the libtorch that it includes. */
    public static final String BUNDLED = "dalescope.libtorch.bundled";

    static final String VARIABLE = "PYTORCH_LIBRARY_PATH";

    /** The choice for this process. */
    public static LibtorchChoice current() {
        return current(Preferences.standard());
    }

    /** The choice for this process with other preferences. */
    public static LibtorchChoice current(Preferences preferences) {
        return of(
                name -> Optional.ofNullable(System.getProperty(name)).orElse(""),
                name -> Optional.ofNullable(System.getenv(name)).orElse(""),
                preferences);
    }

    /**
     * A text such as {@code libtorch 2.7.1 (cpu), chosen by the installation}; an error sentence if it cannot be
     * loaded.
     */
    public String words() {
        try {
            return examined().map(LibtorchFolder::toString).orElse("libtorch " + LibtorchFolder.VERSION + " (cpu)")
                    + ", chosen by " + by;
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
                        "--libtorch and the variable " + VARIABLE + " both choose a libtorch: leave one of them out.");
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
                ? new LibtorchChoice(Optional.empty(), SHIPPED)
                : new LibtorchChoice(Optional.of(Path.of(bundled)), INSTALLATION);
    }

    /**
     * The chosen libtorch; empty for the one in the jars.
     *
     * @throws InputError with the source of the choice, if it cannot be loaded
     */
    public Optional<LibtorchFolder> examined() {
        try {
            return folder.map(LibtorchFolder::examine);
        } catch (UserError refusal) {
            throw new InputError(refusal.sentence().replaceAll("\\.$", "") + " (chosen by " + by + ").", refusal);
        }
    }
}
