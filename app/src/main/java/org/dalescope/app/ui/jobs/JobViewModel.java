package org.dalescope.app.ui.jobs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.dalescope.app.chart.ShortRunName;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.model.training.EpochRecord;

/**
 * The view model of the job bar for the running fit. The window calls {@link #pump} ten times a second, which passes on
 * only new states.
 */
public final class JobViewModel extends ShownWork {
    private static final int RECENT = 10;
    private static final int LETTERS = 40;
    private final ReadOnlyBooleanWrapper resting = new ReadOnlyBooleanWrapper(false);
    private final BooleanProperty paused = new SimpleBooleanProperty(false);
    private final Consumer<RunSnapshot> onPicture;
    private final Consumer<JobState> onEnd;
    private Optional<FitJob> job = Optional.empty();
    private Optional<JobState> seen = Optional.empty();

    /**
     * A bar without a job.
     *
     * @param onPicture receives the newest snapshot of the running fit
     * @param onEnd receives the final state
     */
    public JobViewModel(Consumer<RunSnapshot> onPicture, Consumer<JobState> onEnd) {
        super("No fit is running");
        this.onPicture = onPicture;
        this.onEnd = onEnd;
        paused.subscribe(rest -> job.filter(j -> running.get()).ifPresent(j -> {
            j.pause(rest);
            detail.set(rest ? "pauses after the current epoch" : "continues");
        }));
    }

    @Override
    public Optional<BooleanProperty> paused() {
        return Optional.of(paused);
    }

    /** Whether the fit is paused now; {@link #paused} says what was requested. */
    public ReadOnlyBooleanProperty pausedNowProperty() {
        return resting.getReadOnlyProperty();
    }

    @Override
    public String stopWords() {
        return "Stop, keep best";
    }

    /** Starts a job; only one can run at a time. */
    public void start(FitJob newJob, String name) {
        job = Optional.of(newJob);
        seen = Optional.empty();
        running.set(true);
        stopping.set(false);
        paused.set(false);
        progress.set(-1);
        title.set("Fit %s".formatted(name));
        detail.set("loading the engine and computing the ceilings");
        machine.set("");
        newJob.start();
    }

    @Override
    public void stop() {
        job.filter(j -> running.get()).ifPresent(j -> {
            j.stop();
            stopping.set(true);
            detail.set("stopping, keeping the best epoch");
        });
    }

    /** Checks the job once and passes on a new state; a state is new if it is another object. */
    @SuppressWarnings("ReferenceEquality")
    public void pump() {
        if (!running.get() || job.isEmpty()) {
            return;
        }
        // Read before the state, because a paused job does not produce a newer state.
        boolean rests = job.get().isAnyFitPaused();
        JobState now = job.get().state();
        if (seen.isPresent() && seen.get() == now && rests == resting.get()) {
            return;
        }
        resting.set(rests);
        seen = Optional.of(now);
        switch (now) {
            case JobState.Preparing p -> {}
            case JobState.Running r -> show(r);
            case JobState.Ended e ->
                end(
                        now,
                        "%s ended"
                                .formatted(ShortRunName.of(
                                        String.valueOf(
                                                e.result().folder().folder().getFileName()),
                                        LETTERS)));
            case JobState.Failed f -> end(now, "The fit failed: the message in the window says why");
        }
    }

    /** Stops the job and waits for it, so that the run folder is complete. */
    public void stopAndWait(long ms) throws InterruptedException {
        if (job.isPresent()) {
            job.get().stop();
            job.get().join(ms);
        }
    }

    private void show(JobState.Running state) {
        RunSnapshot picture = state.picture();
        int done = picture.history().size();
        progress.set(done == 0 ? -1 : (double) done / picture.epochs());
        title.set("Fit %s".formatted(picture.name()));
        double ms = recentMs(picture.history());
        String left = done == 0 ? "" : ", %s left".formatted(duration(ms * (picture.epochs() - done) / 1000));
        if (!stopping.get()) {
            detail.set("epoch %s of %s%s".formatted(done, picture.epochs(), waiting(left)));
        }
        machine.set(state.engine() + (done == 0 ? "" : String.format(Locale.ROOT, ", %.0f ms per epoch", ms)));
        onPicture.accept(picture);
    }

    /** The pause as text. A fit is paused when it has stopped computing, not when the user requests it. */
    private String waiting(String left) {
        if (resting.get()) {
            return ", paused";
        }
        return paused.get() ? ", pauses after this epoch" : left;
    }

    private void end(JobState how, String words) {
        resting.set(false);
        running.set(false);
        stopping.set(false);
        paused.set(false);
        progress.set(0);
        title.set("No fit is running");
        detail.set(words);
        onEnd.accept(how);
    }

    private static double recentMs(List<EpochRecord> history) {
        return history.subList(Math.max(0, history.size() - RECENT), history.size()).stream()
                .mapToDouble(EpochRecord::ms)
                .average()
                .orElse(0);
    }

    /** A duration such as "4 s", "3 min" or "2.5 h". */
    public static String duration(double seconds) {
        if (seconds < 100) {
            return Math.round(seconds) + " s";
        }
        return seconds < 6000
                ? Math.round(seconds / 60) + " min"
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
