package org.dalescope.app.ui.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dalescope.app.ui.jobs.JobBar;
import org.dalescope.app.ui.jobs.JobsPane;
import org.dalescope.app.ui.keyboard.Shortcut;
import org.dalescope.app.ui.workspace.Workspace;

/** The footer of the main window: running and waiting jobs above the status line. */
final class Footer extends VBox {
    private final Workspace workspace;
    private final BooleanProperty jobsShown;

    /**
     * A footer.
     *
     * @param jobsShown whether the list of jobs is open
     */
    Footer(Workspace workspace, BooleanProperty jobsShown, StatusLine status) {
        this.workspace = workspace;
        this.jobsShown = jobsShown;
        getChildren().setAll(jobs(), bars(), status);
    }

    /** The container of the list of jobs; the list is created when it is first opened. */
    private StackPane jobs() {
        StackPane place = new StackPane();
        place.visibleProperty().bind(jobsShown);
        place.managedProperty().bind(jobsShown);
        jobsShown.subscribe(shown -> {
            if (shown && place.getChildren().isEmpty()) {
                place.getChildren()
                        .add(new JobsPane(
                                List.of(workspace.job(), workspace.suite(), workspace.judge(), workspace.opening()),
                                workspace.queue()));
            }
        });
        return place;
    }

    /**
     * The bar of the running suite, judgement or fit, otherwise of the session that is being opened. They
     * share one place, so that the window does not move when one of them appears; the list of jobs has them all.
     */
    private HBox bars() {
        JobBar fit = new JobBar(workspace.job(), "job");
        JobBar suite = new JobBar(workspace.suite(), "suite-job");
        JobBar judge = new JobBar(workspace.judge(), "judge-job");
        JobBar opening = new JobBar(workspace.opening(), "opening");
        BooleanBinding isOpening = Bindings.createBooleanBinding(
                () -> workspace.opening().runningProperty().get()
                        && !workspace.busy().get(),
                workspace.opening().runningProperty(),
                workspace.busy());
        opening.visibleProperty().bind(isOpening);
        suite.visibleProperty().bind(workspace.suite().runningProperty());
        judge.visibleProperty().bind(workspace.judge().runningProperty());
        fit.visibleProperty()
                .bind(workspace
                        .suite()
                        .runningProperty()
                        .or(workspace.judge().runningProperty())
                        .or(isOpening)
                        .not());
        StackPane bars = new StackPane(fit, suite, judge, opening);
        HBox.setHgrow(bars, Priority.ALWAYS);
        HBox line = new HBox(bars, jobsToggle());
        line.setAlignment(Pos.CENTER);
        line.getStyleClass().add("job-line");
        return line;
    }

    /** The button that opens the list of jobs; its text gives the number of waiting jobs. */
    private ToggleButton jobsToggle() {
        ToggleButton toggle = new ToggleButton();
        toggle.setMnemonicParsing(false);
        toggle.setId("show-jobs");
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.setTooltip(new Tooltip(Shortcut.JOBS.tip()));
        toggle.selectedProperty().bindBidirectional(jobsShown);
        var waiting = workspace.queue().waiting();
        waiting.subscribe(
                () -> toggle.setText(waiting.isEmpty() ? "Jobs" : "Jobs: %s waiting".formatted(waiting.size())));
        toggle.setText("Jobs");
        return toggle;
    }
}
