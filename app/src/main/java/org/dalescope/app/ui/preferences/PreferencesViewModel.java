package org.dalescope.app.ui.preferences;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.dalescope.model.common.UserError;
import org.dalescope.model.common.io.Preferences;
import org.dalescope.model.engine.choice.ComputeDevice;
import org.dalescope.model.engine.libtorch.store.LibtorchChoice;
import org.dalescope.model.engine.libtorch.store.LibtorchFolder;

/** The view model of the preferences; a change takes effect at the next start. For the window's thread only. */
public final class PreferencesViewModel {
    private final Preferences preferences;
    private final SelfTest selfTest;
    private final String path;
    private final Executor elsewhere;
    private final Executor window;
    private final ReadOnlyStringWrapper inUse = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<ComputeDevice>> devices = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper report = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper testing = new ReadOnlyBooleanWrapper(false);

    /**
     * A view model that reads the current preferences at once on a background thread.
     *
     * @param path the folders that are searched for the GPU driver's program
     * @param elsewhere runs work on a background thread
     * @param window runs work on the window's thread
     */
    public PreferencesViewModel(
            Preferences preferences, SelfTest selfTest, String path, Executor elsewhere, Executor window) {
        this.preferences = preferences;
        this.selfTest = selfTest;
        this.path = path;
        this.elsewhere = elsewhere;
        this.window = window;
        run(() -> LibtorchChoice.current(preferences).words(), words -> inUse.set("In use now: %s.".formatted(words)));
    }

    /** The libtorch that this window uses since its start. */
    public ReadOnlyStringProperty inUseProperty() {
        return inUse.getReadOnlyProperty();
    }

    /** The result of the last choice; empty before the first choice. */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** The devices that the next start can use. */
    public ReadOnlyObjectProperty<List<ComputeDevice>> devicesProperty() {
        return devices.getReadOnlyProperty();
    }

    /** The report of the self-test; empty before it was run. */
    public ReadOnlyStringProperty reportProperty() {
        return report.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty testingProperty() {
        return testing.getReadOnlyProperty();
    }

    /** Looks for devices again, because they may have changed. */
    public void refresh() {
        run(() -> ComputeDevice.list(LibtorchChoice.current(preferences), path), devices::set);
    }

    /** Uses the libtorch in a folder from the next start on, if it can be loaded. */
    public void choose(Path folder) {
        applyChange(() -> {
            LibtorchFolder found = LibtorchFolder.examine(folder);
            preferences.libtorch(Optional.of(folder));
            return "%s will be used after the next start of Dalescope.%s"
                    .formatted(
                            found,
                            found.gpuObstacle()
                                    .map(why -> " It cannot use a GPU: %s.".formatted(why))
                                    .orElse(""));
        });
    }

    /** Uses the libtorch that came with the program again. */
    public void takeShipped() {
        applyChange(() -> {
            preferences.libtorch(Optional.empty());
            return "The included libtorch will be used after the next start of Dalescope.";
        });
    }

    /** Runs the self-test, one at a time. */
    public void test() {
        if (testing.get()) {
            return;
        }
        testing.set(true);
        report.set("");
        run(selfTest::report, text -> {
            report.set(text);
            testing.set(false);
        });
    }

    private void applyChange(Supplier<String> change) {
        verdict.set("");
        run(() -> change.get() + overrideNote(), sentence -> {
            verdict.set(sentence);
            refresh();
        });
    }

    /** The warning that a libtorch named for this start or in the environment takes precedence over the preferences. */
    private String overrideNote() {
        String by = LibtorchChoice.current(preferences).by();
        boolean obeyed = List.of(preferences.file().toString(), LibtorchChoice.SHIPPED, LibtorchChoice.INSTALLATION)
                .contains(by);
        return obeyed ? "" : " However, %s names another libtorch, which is used instead.".formatted(by);
    }

    /** Runs work in the background; if it fails, its error is shown in place of the result. */
    private <T> void run(Callable<T> work, Consumer<T> done) {
        elsewhere.execute(() -> {
            try {
                T result = work.call();
                window.execute(() -> done.accept(result));
            } catch (UserError refusal) {
                window.execute(() -> refused(refusal.sentence()));
            } catch (Exception | LinkageError broken) {
                window.execute(
                        () -> refused("An unexpected error occurred (%s). Try again, or report it.".formatted(broken)));
            }
        });
    }

    private void refused(String sentence) {
        testing.set(false);
        verdict.set(sentence);
    }
}
