package org.dalescope.app.ui.jobs;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The list of all background jobs, running and waiting; each job can be stopped. */
public final class JobsPane extends ScrollPane {
    private static final double HEIGHT = 150;
    private final List<BackgroundWork> works;
    private final JobQueue queue;
    private final VBox rows = new VBox();

    /**
     * A list of jobs.
     *
     * @param works the kinds of work that can run
     */
    public JobsPane(List<BackgroundWork> works, JobQueue queue) {
        this.works = works;
        this.queue = queue;
        setId("jobs");
        setAccessibleText("Running and waiting jobs");
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
        setFitToWidth(true);
        setContent(rows);
        rows.getStyleClass().add("job-rows");
        queue.waiting().subscribe(this::follow);
        works.forEach(work -> work.runningProperty().subscribe(running -> follow()));
    }

    private void follow() {
        List<Node> jobs = new ArrayList<>();
        works.stream()
                .filter(work -> work.runningProperty().get())
                .map(JobsPane::row)
                .forEach(jobs::add);
        for (int i = 0; i < queue.waiting().size(); i++) {
            jobs.add(row(queue.waiting().get(i), i));
        }
        if (jobs.isEmpty()) {
            jobs.add(new Label("Nothing runs and nothing waits."));
        }
        rows.getChildren().setAll(jobs);
    }

    private static HBox row(BackgroundWork work) {
        Label title = title();
        title.textProperty().bind(work.titleProperty());
        ProgressBar progress = new ProgressBar();
        progress.setAccessibleText("Progress");
        progress.progressProperty().bind(work.progressProperty());
        Label detail = new Label();
        detail.textProperty().bind(work.detailProperty());
        Button stop = button(work.stopWords());
        stop.disableProperty().bind(work.stoppingProperty());
        stop.setOnAction(event -> work.stop());
        return row(title, progress, detail, stop);
    }

    private HBox row(JobQueue.Waiting waiting, int place) {
        Label title = title();
        title.setText(waiting.title());
        Button cancel = button("Cancel");
        cancel.setId("cancel-waiting-" + place);
        cancel.setOnAction(event -> queue.cancel(waiting));
        return row(title, new Label(place == 0 ? "waiting, next" : "waiting, %s ahead of it".formatted(place)), cancel);
    }

    private static Label title() {
        Label title = new Label();
        title.getStyleClass().addAll(Styles.TEXT_BOLD, "job-title");
        return title;
    }

    private static Button button(String words) {
        Button button = new Button(words);
        button.setMnemonicParsing(false);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** A row with its button at the right end. */
    private static HBox row(Node... parts) {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox row = new HBox(parts);
        row.getChildren().add(parts.length - 1, spacer);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("job-row");
        return row;
    }
}
