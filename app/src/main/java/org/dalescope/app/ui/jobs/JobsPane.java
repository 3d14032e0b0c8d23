package org.dalescope.app.ui.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.concurrent.Task;
import javafx.util.Subscription;
import org.controlsfx.control.TaskProgressView;

/** The list of all background jobs, running and waiting; each job can be stopped. */
public final class JobsPane extends TaskProgressView<JobsPane.Job> {
    private static final double HEIGHT = 150;
    private final List<BackgroundWork> works;
    private final JobQueue queue;
    private final List<Job> shown = new ArrayList<>();

    /**
     * A list of jobs.
     *
     * @param works the kinds of work that can run
     */
    public JobsPane(List<BackgroundWork> works, JobQueue queue) {
        this.works = works;
        this.queue = queue;
        setId("jobs");
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
        queue.waiting().subscribe(this::follow);
        works.forEach(work -> work.runningProperty().subscribe(running -> follow()));
    }

    /**
     * A job in the list. It runs nothing itself: the fit has its own thread, and this object only mirrors its state.
     */
    public static final class Job extends Task<Void> {
        private final BooleanSupplier stop;
        private Subscription followed = Subscription.EMPTY;

        private Job(BooleanSupplier stop) {
            this.stop = stop;
        }

        private static Job of(BackgroundWork work) {
            Job job = new Job(() -> {
                work.stop();
                return false;
            });
            job.followed = Subscription.combine(
                    work.titleProperty().subscribe(job::updateTitle),
                    work.detailProperty().subscribe(job::updateMessage),
                    work.progressProperty().subscribe(done -> job.updateProgress(done.doubleValue(), 1)));
            return job;
        }

        private static Job of(JobQueue.Waiting waiting, int place, JobQueue queue) {
            Job job = new Job(() -> {
                queue.cancel(waiting);
                return true;
            });
            job.updateTitle(waiting.title());
            job.updateMessage(place == 0 ? "waiting, next" : "waiting, %s ahead of it".formatted(place));
            return job;
        }

        @Override
        protected Void call() {
            throw new IllegalStateException("the fit has its own thread");
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            return stop.getAsBoolean();
        }
    }

    private void follow() {
        shown.forEach(job -> job.followed.unsubscribe());
        shown.clear();
        works.stream().filter(work -> work.runningProperty().get()).map(Job::of).forEach(shown::add);
        for (int i = 0; i < queue.waiting().size(); i++) {
            shown.add(Job.of(queue.waiting().get(i), i, queue));
        }
        getTasks().setAll(shown);
    }
}
