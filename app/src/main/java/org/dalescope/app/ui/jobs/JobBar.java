package org.dalescope.app.ui.jobs;

import atlantafx.base.theme.Styles;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bar at the bottom of the window that shows one running job, its progress and its engine. */
public final class JobBar extends HBox {
    private static boolean isIdle() {
        return Platform.getPreferences().isReducedMotion();
    }

    /**
     * A bar for one kind of work.
     *
     * @param id the prefix of the ids of its parts
     */
    public JobBar(BackgroundWork model, String id) {
        getStyleClass().add("job-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label();
        title.setId(id + "-title");
        title.getStyleClass().add(Styles.TEXT_BOLD);
        title.textProperty().bind(model.titleProperty());
        title.getStyleClass().add("job-title");
        ProgressBar progress = new ProgressBar();
        progress.setId(id + "-progress");
        progress.setAccessibleText("Progress");
        // An indeterminate bar moves. If the desktop asks for less motion, only the text says that the work begins.
        progress.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> isIdle()
                                ? Math.max(0, model.progressProperty().get())
                                : model.progressProperty().get(),
                        model.progressProperty()));
        progress.visibleProperty().bind(model.runningProperty());
        progress.managedProperty().bind(model.runningProperty());
        Label detail = new Label();
        detail.setId(id + "-detail");
        detail.setMinWidth(USE_PREF_SIZE);
        detail.textProperty().bind(model.detailProperty());
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        Label machine = new Label();
        machine.getStyleClass().add(Styles.TEXT_MUTED);
        machine.textProperty().bind(model.machineProperty());
        machine.getStyleClass().add("job-machine");
        machine.setTextOverrun(OverrunStyle.ELLIPSIS);
        ToggleButton pause = new ToggleButton("Pause");
        pause.setId(id + "-pause");
        pause.setMinWidth(USE_PREF_SIZE);
        pause.visibleProperty()
                .bind(model.runningProperty()
                        .and(new SimpleBooleanProperty(model.paused().isPresent())));
        pause.managedProperty().bind(pause.visibleProperty());
        pause.disableProperty().bind(model.stoppingProperty());
        model.paused().ifPresent(pause.selectedProperty()::bindBidirectional);
        pause.textProperty()
                .bind(Bindings.when(pause.selectedProperty()).then("Continue").otherwise("Pause"));
        Button stop = new Button(model.stopWords());
        stop.setMnemonicParsing(false);
        stop.setMinWidth(USE_PREF_SIZE);
        stop.visibleProperty().bind(model.runningProperty());
        stop.managedProperty().bind(model.runningProperty());
        stop.disableProperty().bind(model.stoppingProperty());
        stop.setOnAction(event -> model.stop());
        getChildren().addAll(title, progress, detail, spacer, machine, pause, stop);
    }
}
