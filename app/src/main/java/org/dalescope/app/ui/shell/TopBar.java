package org.dalescope.app.ui.shell;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.dalescope.app.chart.ShortRunName;
import org.dalescope.app.ui.command.WindowActions;
import org.dalescope.app.ui.configure.PresetChooser;
import org.dalescope.app.ui.control.Appearance;
import org.dalescope.app.ui.control.HelpTip;
import org.dalescope.app.ui.control.Icon;
import org.dalescope.app.ui.keyboard.Shortcut;
import org.dalescope.app.ui.workspace.FitCommands;
import org.dalescope.app.ui.workspace.Workspace;

/** The tool bar at the top of the main window with the main actions from left to right. */
final class TopBar extends ToolBar {
    private final Button start;
    private static final int MOST_NAME = 15;

    /**
     * A tool bar.
     *
     * @param press runs the action of a shortcut
     * @param recent supplies the files that were opened, the newest first, when the menu opens
     */
    TopBar(
            Workspace workspace,
            WindowActions actions,
            Appearance appearance,
            Consumer<Shortcut> press,
            Supplier<List<String>> recent) {
        getStyleClass().add("top-bar");
        PresetChooser preset = new PresetChooser(workspace.configuration());
        preset.setId("top-preset");
        preset.getStyleClass().add("top-preset");
        preset.setAccessibleText("preset");
        preset.setTooltip(new Tooltip("The preset of the settings"));
        Label why = why(workspace);
        this.start = start(workspace, actions);
        // A disabled button shows no tooltip, so its container has the tooltip.
        StackPane startPlace = new StackPane(start);
        Tooltip.install(startPlace, whyTip(workspace));
        getItems().add(symbol(Icon.LIBRARY, "toggle-library", Shortcut.LIBRARY_PANE, press));
        getItems().addAll(open(actions, press, recent), startPlace, judge(workspace, actions));
        getItems().add(stop(workspace, actions));
        getItems().addAll(resume(workspace, actions), preset, why);
        getItems()
                .addAll(
                        symbol(Icon.FIND, "open-palette", Shortcut.PALETTE, press),
                        symbol(Icon.HELP, "open-help", Shortcut.KEYS, press),
                        dark(appearance),
                        symbol(Icon.SETTINGS, "toggle-settings", Shortcut.SETTINGS_PANE, press));
    }

    /** Says whether the fit is the main action of the screen, or another button is. */
    void setStartPrimary(boolean isPrimary) {
        start.getStyleClass().remove(Styles.ACCENT);
        if (isPrimary) {
            start.getStyleClass().add(Styles.ACCENT);
        }
    }

    /** A button with an icon alone; its tooltip and its accessible name say what it does. */
    private static Button symbol(Icon icon, String id, Shortcut shortcut, Consumer<Shortcut> press) {
        Button button = button("", icon, id, shortcut, () -> press.accept(shortcut));
        button.setAccessibleText(shortcut.purpose());
        return button;
    }

    private static SplitMenuButton open(
            WindowActions actions, Consumer<Shortcut> press, Supplier<List<String>> recent) {
        MenuItem folder = new MenuItem("Open folder...");
        folder.setId("open-folder");
        folder.setOnAction(event -> actions.openFolder());
        MenuItem demo = new MenuItem("Open demo session");
        demo.setOnAction(event -> actions.openDemo());
        MenuItem preferences = new MenuItem("Preferences...");
        preferences.setOnAction(event -> press.accept(Shortcut.PREFERENCES));
        SplitMenuButton open = new SplitMenuButton(folder, demo);
        open.setMnemonicParsing(false);
        open.showingProperty().subscribe(showing -> {
            if (showing) {
                open.getItems().setAll(folder, demo);
                List<String> files = recent.get();
                if (!files.isEmpty()) {
                    open.getItems().add(new SeparatorMenuItem());
                }
                files.forEach(file -> open.getItems().add(recent(file, actions)));
                open.getItems().addAll(new SeparatorMenuItem(), preferences);
            }
        });
        open.setText("Open session");
        open.setGraphic(Icon.OPEN.graphic());
        open.setMinWidth(USE_PREF_SIZE);
        open.setId("open-session");
        open.setTooltip(new Tooltip(Shortcut.OPEN.tip()));
        open.setOnAction(event -> actions.openSession());
        return open;
    }

    private static MenuItem recent(String file, WindowActions actions) {
        MenuItem item = new MenuItem(file);
        // A file name may contain an underscore, which would become a mnemonic.
        item.setMnemonicParsing(false);
        item.setOnAction(event -> actions.open(Path.of(file)));
        return item;
    }

    private static Button start(Workspace workspace, WindowActions actions) {
        Button start = button("Start fit", Icon.START, "start-fit", Shortcut.START, actions::startFit);
        start.getStyleClass().add(Styles.ACCENT);
        start.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> startText(workspace), workspace.busy(), workspace.sessionProperty()));
        start.getStyleClass().add("start-button");
        start.disableProperty().bind(workspace.whyNoFit().isNotEmpty());
        return start;
    }

    /** What the button starts, such as "Fit Newton 08_13". */
    private static String startText(Workspace workspace) {
        String verb = workspace.busy().get() ? "Queue fit" : "Fit";
        return workspace
                .sessionProperty()
                .get()
                .map(open -> verb + " " + ShortRunName.of(open.session().name(), MOST_NAME))
                .orElse(workspace.busy().get() ? verb : "Start fit");
    }

    /** The button that judges the configured model, with a menu of what else is fitted. */
    private static SplitMenuButton judge(Workspace workspace, WindowActions actions) {
        CheckMenuItem recurrence = new CheckMenuItem("Also without recurrence (more time)");
        recurrence.setMnemonicParsing(false);
        recurrence.setId("judge-recurrence");
        recurrence.selectedProperty().bindBidirectional(workspace.judge().recurrenceProperty());
        CheckMenuItem dale = new CheckMenuItem("Also without Dale's law (more time)");
        dale.setMnemonicParsing(false);
        dale.setId("judge-dale");
        dale.selectedProperty().bindBidirectional(workspace.judge().daleProperty());
        SplitMenuButton judge = new SplitMenuButton(recurrence, dale, new SeparatorMenuItem());
        ToggleGroup seeds = new ToggleGroup();
        for (int count : new int[] {1, 3, 5}) {
            RadioMenuItem item = new RadioMenuItem(
                    count == 1 ? "One network per fold" : "%s networks per fold, averaged".formatted(count));
            item.setMnemonicParsing(false);
            item.setId("judge-seeds-" + count);
            item.setToggleGroup(seeds);
            item.setSelected(count == workspace.judge().seedsProperty().get());
            item.setOnAction(event -> workspace.judge().seedsProperty().set(count));
            judge.getItems().add(item);
        }
        judge.setMnemonicParsing(false);
        judge.setText("Judge");
        judge.setGraphic(Icon.JUDGE.graphic());
        judge.setId("start-judge");
        judge.setMinWidth(USE_PREF_SIZE);
        judge.setTooltip(
                new Tooltip("Judge these settings on sealed trials: five folds, each trial sealed once, next to"
                        + " the simplest rivals"));
        judge.disableProperty().bind(workspace.whyNoFit().isNotEmpty());
        judge.setOnAction(event -> actions.startJudgement());
        return judge;
    }

    /** The label that says why no fit can be started, shortened to the space; the tooltip has the full text. */
    private static Label why(Workspace workspace) {
        Label why = new Label();
        why.setId("why-no-fit");
        why.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.DANGER);
        why.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> workspace.sessionProperty().get().isEmpty()
                                ? ""
                                : workspace.whyNoFit().get(),
                        workspace.sessionProperty(),
                        workspace.whyNoFit()));
        why.setTooltip(whyTip(workspace));
        why.setMinWidth(0);
        why.setPrefWidth(0);
        why.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(why, Priority.ALWAYS);
        return why;
    }

    private static Tooltip whyTip(Workspace workspace) {
        Tooltip tip = HelpTip.of("");
        tip.textProperty()
                .bind(Bindings.when(workspace.whyNoFit().isEmpty())
                        .then(Shortcut.START.tip())
                        .otherwise(workspace.whyNoFit()));
        return tip;
    }

    private static Button stop(Workspace workspace, WindowActions actions) {
        Button stop = button("Stop", Icon.STOP, "stop-fit", Shortcut.STOP, actions::stop);
        stop.disableProperty()
                .bind(workspace.job().runningProperty().not().or(workspace.job().stoppingProperty()));
        return stop;
    }

    private static Button resume(Workspace workspace, WindowActions actions) {
        Button resume = button("Resume", Icon.RESUME, "resume-fit", Shortcut.RESUME, actions::resume);
        resume.disableProperty()
                .bind(workspace
                        .busy()
                        .or(Bindings.createBooleanBinding(
                                () -> workspace
                                        .runProperty()
                                        .get()
                                        .filter(FitCommands::canResume)
                                        .isEmpty(),
                                workspace.runProperty())));
        return resume;
    }

    private static ToggleButton dark(Appearance appearance) {
        ToggleButton dark = new ToggleButton("", Icon.DARK.graphic());
        dark.setAccessibleText(Shortcut.DARK.purpose());
        dark.setMinWidth(USE_PREF_SIZE);
        dark.setId("dark");
        dark.setTooltip(new Tooltip(Shortcut.DARK.tip()));
        dark.selectedProperty().bindBidirectional(appearance.darkProperty());
        return dark;
    }

    private static Button button(String text, Icon icon, String id, Shortcut shortcut, Runnable action) {
        Button button = new Button(text, icon.graphic());
        button.setMinWidth(USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setId(id);
        button.setTooltip(new Tooltip(shortcut.tip()));
        button.setOnAction(event -> action.run());
        return button;
    }
}
