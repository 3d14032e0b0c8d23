package org.dalescope.app.ui.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.dalescope.app.ui.configure.ConfigurationState;
import org.dalescope.app.ui.configure.ConfigurationViewModel;
import org.dalescope.app.ui.configure.SessionSettings;
import org.dalescope.app.ui.control.Appearance;
import org.dalescope.app.ui.fit.FitViewModel;
import org.dalescope.app.ui.jobs.JobQueue;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.app.ui.restore.WindowState;
import org.dalescope.app.ui.restore.WindowStateFile;
import org.dalescope.app.ui.workspace.AppliedMappings;
import org.dalescope.app.ui.workspace.Workspace;
import org.dalescope.model.common.UserError;

/** Restores the state of the main window and saves it a few seconds after every change and at the end. */
final class WindowRestorer {
    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(3);
    private static final String SPEED = "form.operations_per_second";
    private final WindowStateFile file;
    private final Notifications notices;
    private final ConfigurationViewModel form;
    private final SessionSettings sessionSettings;
    private final AppliedMappings mappings;
    private final Appearance appearance;
    private final SidePanes panes;
    private final SideBySideTabs tabs;
    private final FitViewModel scope;
    private final JobQueue queue;
    private WindowState last;
    private List<String> recent;
    private Optional<Stage> stage = Optional.empty();
    private Optional<WindowState.Place> normal = Optional.empty();
    private Optional<WindowState.Place> lastSeen = Optional.empty();
    private long keptNs = System.nanoTime();

    WindowRestorer(Path library, Workspace workspace, Appearance appearance, SidePanes panes, ViewTabs views) {
        this.file = new WindowStateFile(library);
        this.notices = workspace.notices();
        this.form = workspace.configuration();
        this.sessionSettings = workspace.sessionSettings();
        this.mappings = workspace.appliedMappings();
        this.appearance = appearance;
        this.panes = panes;
        this.tabs = views.tabs();
        this.scope = views.scope();
        this.queue = workspace.queue();
        this.last = read();
        this.recent = last.recent();
    }

    /** The files that were opened, the newest first. */
    List<String> recent() {
        return recent;
    }

    void opened(Path path) {
        recent = WindowState.opened(recent, path);
    }

    /** Restores form, theme and font size; the root's font size follows its setting. */
    void restore(Parent root) {
        last.dark().ifPresent(appearance.darkProperty()::set);
        appearance.fontPercentProperty().set(last.fontPercent());
        appearance
                .fontPercentProperty()
                .subscribe(percent -> root.setStyle("-fx-font-size: " + percent.intValue() + "%;"));
        last.configuration().ifPresent(this::restoreForm);
        sessionSettings.restore(last.sessionSettings());
        mappings.restore(last.mappings());
        tabs.arrange(last.second(), last.tabs());
        scope.restore(last.looks());
        restoreSpeed();
        if (!last.notBegun().isEmpty()) {
            int count = last.notBegun().size();
            notices.show(
                    Notification.information("%s in the queue did not start before the window closed. The log has %s"
                            .formatted(
                                    count == 1 ? "A fit" : "%s fits".formatted(count),
                                    count == 1 ? "its command." : "their commands.")));
        }
    }

    private void restoreForm(ConfigurationState state) {
        form.restore(state);
        int changes = form.changes().get();
        if (changes > 0) {
            notices.show(Notification.information("The configuration is as you left it: %s%s from the preset %s."
                    .formatted(changes, changes == 1 ? " change" : " changes", state.preset())));
        }
    }

    /** Restores the position of the stage, if it is still on a screen. */
    void restorePosition(Stage window) {
        stage = Optional.of(window);
        normal = last.place();
        last.place()
                .filter(p -> !Screen.getScreensForRectangle(p.x(), p.y(), p.width(), p.height())
                        .isEmpty())
                .ifPresent(p -> {
                    window.setX(p.x());
                    window.setY(p.y());
                    window.setWidth(p.width());
                    window.setHeight(p.height());
                    window.setMaximized(p.maximised());
                });
    }

    /** Restores the widths of the side panes; returns whether there were saved widths. */
    boolean restorePanes() {
        if (last.sides().isEmpty()) {
            return false;
        }
        panes.set(last.sides().getFirst(), last.sides().getLast());
        return true;
    }

    /** To be called periodically. */
    void update() {
        Optional<WindowState.Place> seen = stage.filter(s -> !isElsewhere(s)).map(WindowRestorer::bounds);
        // A window that is being maximised may have its new size before its maximised property changes.
        if (seen.equals(lastSeen) && seen.isPresent()) {
            normal = seen;
        }
        lastSeen = seen;
        if (System.nanoTime() - keptNs >= BETWEEN_WRITES.toNanos()) {
            saveState();
        }
    }

    /** Saves the state if it has changed since the last saving. */
    void saveState() {
        keptNs = System.nanoTime();
        WindowState now = state();
        if (now.equals(last)) {
            return;
        }
        last = now;
        try {
            file.write(now);
        } catch (UserError refusal) {
            notices.show(refusal);
        }
    }

    /** Resets the window to its defaults; the form and the recent files stay. */
    void reset(Runnable arrange) {
        appearance.follow();
        appearance.fontPercentProperty().set(100);
        stage.ifPresent(s -> s.setMaximized(false));
        tabs.arrange(List.of(), tabs.selectedIds());
        scope.restore(new FitViewModel().looks());
        arrange.run();
        saveState();
    }

    /** The position of a window while it is not maximised, regardless of its current state. */
    private Optional<WindowState.Place> normalPlace(Stage window) {
        if (!isElsewhere(window)) {
            normal = Optional.of(bounds(window));
        }
        return normal.map(p -> new WindowState.Place(p.x(), p.y(), p.width(), p.height(), window.isMaximized()));
    }

    private static WindowState.Place bounds(Stage window) {
        return new WindowState.Place(window.getX(), window.getY(), window.getWidth(), window.getHeight(), false);
    }

    /** Whether the window's bounds differ from those that it returns to. */
    private static boolean isElsewhere(Stage window) {
        return window.isMaximized() || window.isIconified() || window.isFullScreen();
    }

    private WindowState state() {
        return new WindowState(
                stage.flatMap(this::normalPlace).or(last::place),
                panes.widths().isEmpty() ? last.sides() : panes.widths(),
                tabs.selectedIds(),
                tabs.inSecond(),
                appearance.chosenDark(),
                appearance.fontPercentProperty().get(),
                recent,
                Optional.of(form.state()),
                sessionSettings.state(),
                mappings.all(),
                queue.waiting().stream().map(JobQueue.Waiting::command).toList(),
                looks());
    }

    private Map<String, String> looks() {
        Map<String, String> looks = new LinkedHashMap<>(scope.looks());
        form.speedProperty().get().ifPresent(speed -> looks.put(SPEED, String.format(Locale.ROOT, "%.4g", speed)));
        return looks;
    }

    private void restoreSpeed() {
        try {
            double speed = Double.parseDouble(last.looks().getOrDefault(SPEED, "0"));
            form.speedProperty().set(speed > 0 ? Optional.of(speed) : Optional.empty());
        } catch (NumberFormatException e) {
            form.speedProperty().set(Optional.empty());
        }
    }

    private WindowState read() {
        try {
            return file.read();
        } catch (UserError refusal) {
            notices.show(refusal);
            return WindowState.fresh();
        }
    }
}
