package org.dalescope.app.ui.suite;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dalescope.app.ui.jobs.ShownWork;

/**
 * The view model of the suite view: the shown suite and the running suite. The window calls {@link #pump} ten times a
 * second, which passes on only new states.
 */
public final class SuiteViewModel extends ShownWork {
    private final ReadOnlyObjectWrapper<Optional<SuiteSnapshot>> picture =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<String> session = new SimpleObjectProperty<>("");
    private final ReadOnlyBooleanWrapper resting = new ReadOnlyBooleanWrapper(false);
    private final BooleanProperty paused = new SimpleBooleanProperty(false);
    private final SuiteSetup setup;
    private final Consumer<SuiteJobState> onEnd;
    private Optional<SuiteJob> job = Optional.empty();
    private Optional<SuiteJobState> seen = Optional.empty();

    /**
     * A model without a suite.
     *
     * @param onEnd receives the final state of a suite
     */
    public SuiteViewModel(SuiteSetup setup, Consumer<SuiteJobState> onEnd) {
        super("No suite is running");
        this.setup = setup;
        this.onEnd = onEnd;
        paused.subscribe(rest -> job.ifPresent(j -> {
            j.pause(rest);
            resting.set(resting.get() && rest);
            picture.get().filter(SuiteSnapshot::isLive).ifPresent(this::progressed);
        }));
    }

    @Override
    public Optional<BooleanProperty> paused() {
        return Optional.of(paused);
    }

    /** Whether every fit that has started is paused now; {@link #paused} says what was requested. */
    public ReadOnlyBooleanProperty pausedNowProperty() {
        return resting.getReadOnlyProperty();
    }

    public SuiteSetup setup() {
        return setup;
    }

    /** The shown suite. */
    public ReadOnlyObjectProperty<Optional<SuiteSnapshot>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** The folder of the shown session, if the suite has several. */
    public ObjectProperty<String> sessionProperty() {
        return session;
    }

    @Override
    public String stopWords() {
        return "Stop suite";
    }

    /** Shows a suite that does not run. */
    public void show(SuiteSnapshot resting) {
        picture.set(Optional.of(resting));
    }

    /**
     * Starts a suite; only one can run at a time.
     *
     * @param how the text that says where and how the suite runs
     */
    public void start(SuiteJob newJob, String name, String how) {
        job = Optional.of(newJob);
        seen = Optional.empty();
        picture.set(Optional.empty());
        running.set(true);
        stopping.set(false);
        paused.set(false);
        progress.set(-1);
        title.set("Suite %s".formatted(name));
        detail.set("opening the session and checking the arms");
        machine.set(how);
        setup.refresh();
        newJob.start();
    }

    @Override
    public void stop() {
        job.filter(j -> running.get()).ifPresent(j -> {
            j.stop();
            stopping.set(true);
            detail.set("stopping; finished fits are kept");
        });
    }

    /** Checks the job once and passes on a new state; a state is new if it is another object. */
    @SuppressWarnings("ReferenceEquality")
    public void pump() {
        if (!running.get() || job.isEmpty()) {
            return;
        }
        SuiteJobState now = job.get().state();
        boolean rests = isPaused(job.get(), now);
        if (seen.isPresent() && seen.get() == now && rests == resting.get()) {
            return;
        }
        resting.set(rests);
        seen = Optional.of(now);
        switch (now) {
            case SuiteJobState.Preparing _ -> {}
            case SuiteJobState.Running(SuiteSnapshot newest) -> progressed(newest);
            case SuiteJobState.Ended(SuiteSnapshot last) -> {
                ended();
                picture.set(Optional.of(last));
                onEnd.accept(now);
            }
            case SuiteJobState.Cancelled _, SuiteJobState.Failed _ -> {
                ended();
                onEnd.accept(now);
            }
        }
    }

    /** Stops the suite and waits for it, so that its folder is complete. */
    public void stopAndWait(long ms) throws InterruptedException {
        if (job.isPresent()) {
            job.get().stop();
            job.get().join(ms);
        }
    }

    private boolean isPaused(SuiteJob job, SuiteJobState now) {
        return now instanceof SuiteJobState.Running(SuiteSnapshot picture)
                && SuiteSnapshot.Pause.of(
                                paused.get(), job.pausedFits(), picture.live().size())
                        == SuiteSnapshot.Pause.RESTS;
    }

    private SuiteSnapshot.Pause pause() {
        if (resting.get()) {
            return SuiteSnapshot.Pause.RESTS;
        }
        return paused.get() ? SuiteSnapshot.Pause.ASKED : SuiteSnapshot.Pause.NONE;
    }

    private void progressed(SuiteSnapshot seenLast) {
        SuiteSnapshot newest = seenLast.paused(pause());
        picture.set(Optional.of(newest));
        progress.set(newest.share());
        if (!stopping.get()) {
            detail.set(SuiteTableText.of(newest, session.get()).headline());
        }
    }

    private void ended() {
        resting.set(false);
        running.set(false);
        stopping.set(false);
        paused.set(false);
        progress.set(0);
    }
}
