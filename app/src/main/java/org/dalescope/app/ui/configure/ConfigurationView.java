package org.dalescope.app.ui.configure;

import atlantafx.base.theme.Styles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dalescope.app.ui.task.FrameWaiter;
import org.dalescope.model.common.Finding;

/** The configuration form on the right side of the window, built from the descriptions of the settings. */
public final class ConfigurationView extends BorderPane {
    private static final int AFTER_THE_FIRST = 3;
    private final ConfigurationViewModel model;
    private final TextField filter = new TextField();
    private final VBox warnings = new VBox();
    private final List<SettingRow> rows = new ArrayList<>();
    private final Queue<Runnable> unfilled = new ArrayDeque<>();
    private final RunOptionsPane options;
    private final ScrollPane scroll;

    /**
     * The configuration form.
     *
     * @param command shows the command that repeats the fit
     * @param files the file actions of the form
     */
    public ConfigurationView(ConfigurationViewModel model, Node command, FormFiles files) {
        this.model = model;
        getStyleClass().add("configuration");
        VBox form = new VBox();
        form.getStyleClass().add("form");
        options = new RunOptionsPane(model, files);
        form.getChildren().add(options);
        form.getChildren().add(new EquationsView(model));
        sections().forEach((title, settings) -> form.getChildren().add(section(title, settings)));
        scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        VBox bottom = new VBox(warnings, command);
        bottom.getStyleClass().add("configuration-foot");
        setTop(head());
        setCenter(scroll);
        setBottom(bottom);
        model.warnings().subscribe(this::showWarnings);
        // The first section is filled with the window; the others follow one by one in the frames after the first.
        fillOne();
        FrameWaiter.from(AFTER_THE_FIRST, this::fillOne);
    }

    /** Fills one more section with its rows; returns whether there was one without rows. */
    private boolean fillOne() {
        Runnable fill = unfilled.poll();
        if (fill != null) {
            fill.run();
        }
        return fill != null;
    }

    private void fillAll() {
        while (fillOne()) {}
    }

    /** Moves the cursor to the search field for settings. */
    public void find() {
        filter.requestFocus();
        filter.selectAll();
    }

    /** Scrolls to a setting and moves the cursor to its editor. */
    public void show(SettingViewModel setting) {
        filter.setText(setting.description().key());
        rows.stream().filter(row -> row.setting().equals(setting)).findFirst().ifPresent(row -> row.editor()
                .requestFocus());
    }

    private VBox head() {
        Label title = new Label("Configuration");
        title.getStyleClass().add(Styles.TITLE_4);
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label count = new Label();
        count.setId("changes");
        count.getStyleClass().add(Styles.TEXT_MUTED);
        count.textProperty()
                .bind(Bindings.createStringBinding(() -> changes(model.changes().get()), model.changes()));
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        Button reset = new Button("Reset");
        reset.setId("reset");
        reset.getStyleClass().add(Styles.SMALL);
        reset.setMinWidth(Region.USE_PREF_SIZE);
        reset.setAccessibleText("Reset every setting to the preset");
        reset.disableProperty().bind(model.changes().isEqualTo(0));
        reset.setOnAction(event -> model.reset());
        HBox line = new HBox(title, count, spacer, reset);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("control-row");
        filter.setId("find-setting");
        filter.setPromptText("Find a setting");
        filter.setAccessibleText("Find a setting");
        filter.textProperty().subscribe(this::filter);
        VBox head = new VBox(line, filter);
        head.getStyleClass().add("configuration-head");
        return head;
    }

    private static String changes(int count) {
        return count == 0 ? "as preset" : count == 1 ? "1 change" : "%s changes".formatted(count);
    }

    private Map<String, List<SettingViewModel>> sections() {
        Map<String, List<SettingViewModel>> sections = new LinkedHashMap<>();
        model.settings().forEach(setting -> sections.computeIfAbsent(
                        setting.description().section(), s -> new ArrayList<>())
                .add(setting));
        return sections;
    }

    private TitledPane section(String title, List<SettingViewModel> settings) {
        VBox box = new VBox();
        box.getStyleClass().add("section");
        unfilled.add(() -> settings.forEach(setting -> box.getChildren().add(row(setting))));
        TitledPane pane = new TitledPane(title, box);
        model.gradientShares()
                .subscribe(shares -> pane.setText(Optional.ofNullable(shares.get(title))
                        .map(share -> "%s: %.0f %% of the gradient".formatted(title, 100 * share))
                        .orElse(title)));
        pane.setMnemonicParsing(false);
        pane.setAnimated(false);
        pane.getStyleClass().addAll(Styles.DENSE);
        return pane;
    }

    private SettingRow row(SettingViewModel setting) {
        SettingRow row = new SettingRow(setting);
        rows.add(row);
        return row;
    }

    private void filter(String words) {
        if (!words.isBlank()) {
            fillAll();
        }
        options.setVisible(words.isBlank());
        options.setManaged(words.isBlank());
        for (SettingRow row : rows) {
            boolean matches = row.setting().matches(words);
            row.setVisible(matches);
            row.setManaged(matches);
        }
        for (Node node : ((VBox) scroll.getContent()).getChildren()) {
            if (node instanceof TitledPane pane && pane.getContent() instanceof VBox box) {
                // A section without rows is not filled yet; that does not mean that nothing was found.
                boolean found = !(pane instanceof EquationsView)
                        && box.getChildren().stream().anyMatch(Node::isManaged);
                boolean any = words.isBlank() || found;
                pane.setVisible(any);
                pane.setManaged(any);
            }
        }
    }

    private void showWarnings(List<Finding> findings) {
        warnings.getChildren()
                .setAll(findings.stream()
                        .map(finding -> {
                            Label label = new Label("! " + finding.text());
                            label.setWrapText(true);
                            label.setMaxWidth(Double.MAX_VALUE);
                            label.getStyleClass()
                                    .addAll(
                                            Styles.TEXT_SMALL,
                                            "finding",
                                            finding.severity() == Finding.Severity.ERROR
                                                    ? Styles.BG_DANGER_SUBTLE
                                                    : Styles.BG_WARNING_SUBTLE);
                            return label;
                        })
                        .toList());
    }
}
