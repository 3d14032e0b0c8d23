package org.dalescope.app.window.shell;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.dalescope.app.window.configure.PresetBox;
import org.dalescope.app.window.theme.Appearance;

/** The bar at the top: the day's actions from left to right. */
final class TopBar extends ToolBar {
    TopBar(Workspace workspace, Actions actions, Appearance appearance) {
        getStyleClass().add("top-bar");
        Label name = new Label("Dalescope");
        name.getStyleClass().add(Styles.TITLE_4);
        Label presetLabel = new Label("Preset");
        PresetBox preset = new PresetBox(workspace.configuration());
        preset.setId("top-preset");
        preset.setAccessibleText("preset");
        presetLabel.setLabelFor(preset);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        getItems().addAll(name, new Separator(), open(actions), start(workspace, actions), stop(workspace, actions));
        getItems().addAll(resume(workspace, actions), new Separator(), presetLabel, preset, spacer, dark(appearance));
    }

    private static SplitMenuButton open(Actions actions) {
        MenuItem run = new MenuItem("Open run folder...");
        run.setOnAction(event -> actions.openRunFolder());
        MenuItem demo = new MenuItem("Open demo session");
        demo.setOnAction(event -> actions.openDemo());
        MenuItem about = new MenuItem("About Dalescope");
        about.setOnAction(event -> actions.about());
        SplitMenuButton open = new SplitMenuButton(run, demo, about);
        open.setText("Open session");
        open.setId("open-session");
        open.setTooltip(new Tooltip(Shortcut.OPEN.tip()));
        open.setOnAction(event -> actions.openSession());
        return open;
    }

    private static Button start(Workspace workspace, Actions actions) {
        Button start = button("Start fit", "start-fit", Shortcut.START, actions::startFit);
        start.getStyleClass().add(Styles.ACCENT);
        start.disableProperty()
                .bind(workspace
                        .busy()
                        .or(Bindings.createBooleanBinding(
                                () -> workspace.session().get().isEmpty(), workspace.session()))
                        .or(workspace.configuration().valid().not()));
        return start;
    }

    private static Button stop(Workspace workspace, Actions actions) {
        Button stop = button("Stop", "stop-fit", Shortcut.STOP, actions::stop);
        stop.disableProperty()
                .bind(workspace.job().running().not().or(workspace.job().stopping()));
        return stop;
    }

    private static Button resume(Workspace workspace, Actions actions) {
        Button resume = button("Resume", "resume-fit", Shortcut.RESUME, actions::resume);
        resume.disableProperty()
                .bind(workspace
                        .busy()
                        .or(Bindings.createBooleanBinding(
                                () -> workspace
                                        .run()
                                        .get()
                                        .filter(Workspace::canGoOn)
                                        .isEmpty(),
                                workspace.run())));
        return resume;
    }

    private static ToggleButton dark(Appearance appearance) {
        ToggleButton dark = new ToggleButton("Dark");
        dark.setId("dark");
        dark.setTooltip(new Tooltip(Shortcut.DARK.tip()));
        dark.selectedProperty().bindBidirectional(appearance.dark());
        return dark;
    }

    private static Button button(String text, String id, Shortcut shortcut, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setTooltip(new Tooltip(shortcut.tip()));
        button.setOnAction(event -> action.run());
        return button;
    }
}
