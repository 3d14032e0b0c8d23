package org.dalescope.app.ui.judge;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dalescope.app.ui.jobs.ShownWork;
import org.dalescope.model.common.ShellCommand;
import org.dalescope.model.judge.JudgedNetwork;

/**
 * The view model of judgements: the options and the running one. The window calls {@link #pump} ten times a second,
 * which passes on only new states.
 */
public final class JudgeViewModel extends ShownWork {
    private final BooleanProperty paused = new SimpleBooleanProperty(false);
    private final BooleanProperty recurrence = new SimpleBooleanProperty(false);
    private final BooleanProperty dale = new SimpleBooleanProperty(false);
    private final ObjectProperty<Integer> seeds = new SimpleObjectProperty<>(1);
    private final Consumer<JudgeJobState> onEnd;
    private Optional<JudgeJob> job = Optional.empty();
    private Optional<JudgeJobState> seen = Optional.empty();

    /**
     * A model without a judgement.
     *
     * @param onEnd receives the final state of a judgement
     */
    public JudgeViewModel(Consumer<JudgeJobState> onEnd) {
        super("No judgement is running");
        this.onEnd = onEnd;
        paused.subscribe(rest -> job.filter(j -> running.get()).ifPresent(j -> j.pause(rest)));
    }

    /** Whether the network is also refitted without recurrence. */
    public BooleanProperty recurrenceProperty() {
        return recurrence;
    }

    /** Whether the network is also refitted without Dale's law. */
    public BooleanProperty daleProperty() {
        return dale;
    }

    /** The number of networks per fold, whose rates are averaged. */
    public ObjectProperty<Integer> seedsProperty() {
        return seeds;
    }

    /** The networks to fit. */
    public List<JudgedNetwork> networks() {
        return List.of(JudgedNetwork.values()).stream()
                .filter(network -> switch (network) {
                    case CONFIGURED -> true;
                    case WITHOUT_RECURRENCE -> recurrence.get();
                    case WITHOUT_DALE -> dale.get();
                })
                .toList();
    }

    /** The seeds of each fold's fits. */
    public List<Long> seedNumbers() {
        return LongStream.rangeClosed(1, seeds.get()).boxed().toList();
    }

    /** Adds the options to the command that repeats the judgement. */
    public ShellCommand options(ShellCommand command) {
        return command.option("--seeds", Optional.of(seeds.get()).filter(count -> count > 1))
                .flag("--recurrence", recurrence.get())
                .flag("--dale", dale.get());
    }

    @Override
    public Optional<BooleanProperty> paused() {
        return Optional.of(paused);
    }

    @Override
    public String stopWords() {
        return "Stop judgement";
    }

    /** Starts a judgement; only one can run at a time. */
    public void start(JudgeJob newJob, String name) {
        job = Optional.of(newJob);
        seen = Optional.empty();
        running.set(true);
        stopping.set(false);
        paused.set(false);
        progress.set(-1);
        title.set("Judge %s".formatted(name));
        detail.set("loading the engine and making the folds");
        machine.set("");
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
        JudgeJobState now = job.get().state();
        if (seen.isPresent() && seen.get() == now) {
            return;
        }
        seen = Optional.of(now);
        switch (now) {
            case JudgeJobState.Preparing _ -> {}
            case JudgeJobState.Running(double share, String words, String engine) -> {
                progress.set(share);
                machine.set(engine);
                if (!stopping.get()) {
                    detail.set(words + (paused.get() ? ", pauses after this epoch" : ""));
                }
            }
            case JudgeJobState.Ended _, JudgeJobState.Cancelled _, JudgeJobState.Failed _ -> {
                running.set(false);
                stopping.set(false);
                paused.set(false);
                progress.set(0);
                title.set("No judgement is running");
                detail.set("");
                onEnd.accept(now);
            }
        }
    }

    /** Stops the judgement and waits for it, so that its folder is complete. */
    public void stopAndWait(long ms) throws InterruptedException {
        if (job.isPresent()) {
            job.get().stop();
            job.get().join(ms);
        }
    }
}
