package org.dalescope.app.ui.command;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.dalescope.app.ui.configure.FormFiles;
import org.dalescope.app.ui.jobs.BackgroundWork;
import org.dalescope.app.ui.keyboard.Shortcut;
import org.dalescope.app.ui.workspace.Workspace;
import org.dalescope.model.analysis.core.Table;

/**
 * Carries out the actions that the user requests with a button, a key or a menu: asks for files in dialogs and shows
 * the view that follows.
 */
public final class DesktopActions implements WindowActions {
    private final Workspace workspace;
    private final FileDialogs dialogs;
    private final Path library;
    private final Supplier<Window> owner;
    private final Consumer<Shortcut> select;
    private final Consumer<Path> open;

    /**
     * The actions of a window.
     *
     * @param owner the owner of the dialogs
     * @param select shows a view
     * @param open opens a file or folder and shows it
     */
    public DesktopActions(
            Workspace workspace,
            FileDialogs dialogs,
            Path library,
            Supplier<Window> owner,
            Consumer<Shortcut> select,
            Consumer<Path> open) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.library = library;
        this.owner = owner;
        this.select = select;
        this.open = open;
    }

    @Override
    public void openSession() {
        dialogs.session(owner.get()).ifPresent(open);
    }

    @Override
    public void open(Path path) {
        open.accept(path);
    }

    @Override
    public void openFolder() {
        dialogs.folder(owner.get(), library).ifPresent(open);
    }

    @Override
    public void openDemo() {
        workspace.openDemo(() -> select.accept(Shortcut.SESSION));
    }

    @Override
    public void startFit() {
        workspace.startFit();
        if (workspace.job().runningProperty().get()
                && workspace.queue().waiting().isEmpty()) {
            select.accept(Shortcut.FIT);
        }
    }

    @Override
    public void startJudgement() {
        workspace.startJudgement(dialogs::show);
    }

    /** Asks everything that runs to stop. */
    @Override
    public void stop() {
        workspace.job().stop();
        workspace.suite().stop();
        workspace.judge().stop();
    }

    @Override
    public void pause() {
        for (BackgroundWork work : List.of(workspace.job(), workspace.suite(), workspace.judge())) {
            if (work.runningProperty().get()) {
                work.paused().ifPresent(paused -> paused.set(!paused.get()));
            }
        }
    }

    @Override
    public void resume() {
        workspace.resume();
    }

    @Override
    public void startSuite() {
        workspace.startSuite();
        select.accept(Shortcut.SUITE);
    }

    @Override
    public void stopSuite() {
        workspace.suite().stop();
    }

    @Override
    public void resumeSuite() {
        workspace.resumeSuite();
    }

    @Override
    public void choosePlan() {
        dialogs.plan(owner.get()).ifPresent(workspace.suite().setup()::choose);
    }

    @Override
    public void openSuiteReport() {
        workspace.openSuiteReport(dialogs::show);
    }

    @Override
    public void openFit(Path runFolder) {
        open.accept(runFolder);
    }

    @Override
    public void showMapping() {
        workspace.showMapping();
    }

    @Override
    public void saveMapping() {
        dialogs.saveMapping(owner.get()).ifPresent(workspace.mapping()::save);
    }

    @Override
    public void saveTable(Table table) {
        dialogs.saveTable(owner.get(), table.name()).ifPresent(file -> workspace.save(table, file));
    }

    @Override
    public void loadMapping() {
        dialogs.mapping(owner.get()).ifPresent(workspace.mapping()::load);
    }

    /** The file actions of the form. */
    public FormFiles formFiles() {
        PresetFiles presets =
                new PresetFiles(library, workspace.configuration(), workspace.sessionSettings(), workspace.notices());
        return new FormFiles() {
            @Override
            public void saveSettings() {
                presets.prepare();
                dialogs.saveSettings(owner.get(), presets.folder()).ifPresent(presets::save);
            }

            @Override
            public void loadSettings() {
                dialogs.settings(owner.get(), presets.folder()).ifPresent(presets::load);
            }

            @Override
            public void loadSettings(Path file) {
                presets.load(file);
            }

            @Override
            public List<Path> ownPresets() {
                return presets.all();
            }

            @Override
            public void importSplit() {
                dialogs.openSplit(owner.get()).ifPresent(workspace::importSplit);
            }

            @Override
            public void exportSplit() {
                dialogs.saveSplit(owner.get()).ifPresent(workspace::exportSplit);
            }
        };
    }
}
