package org.dalescope.app.ui.shell;

import java.util.List;
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
        getChildren().setAll(jobs(), opening(), bars(), status);
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
                                List.of(workspace.job(), workspace.suite(), workspace.judge()), workspace.queue()));
            }
        });
        return place;
    }

    /** The bar for opening a session, separate because a session may be opened while something runs. */
    private JobBar opening() {
        JobBar bar = new JobBar(workspace.opening(), "opening");
        bar.visibleProperty().bind(workspace.opening().runningProperty());
        bar.managedProperty().bind(workspace.opening().runningProperty());
        return bar;
    }

    /** The bar of the running suite or judgement, otherwise of single fits. */
    private HBox bars() {
        JobBar fit = new JobBar(workspace.job(), "job");
        JobBar suite = new JobBar(workspace.suite(), "suite-job");
        JobBar judge = new JobBar(workspace.judge(), "judge-job");
        suite.visibleProperty().bind(workspace.suite().runningProperty());
        judge.visibleProperty().bind(workspace.judge().runningProperty());
        fit.visibleProperty()
                .bind(workspace
                        .suite()
                        .runningProperty()
                        .or(workspace.judge().runningProperty())
                        .not());
        StackPane bars = new StackPane(fit, suite, judge);
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
