package org.dalescope.app.ui.workspace;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.dalescope.app.ui.configure.ConfigurationViewModel;
import org.dalescope.app.ui.jobs.FitJob;
import org.dalescope.app.ui.jobs.FitJob.Prepared;
import org.dalescope.app.ui.jobs.FitScheduler;
import org.dalescope.app.ui.jobs.JobQueue;
import org.dalescope.app.ui.jobs.JobState;
import org.dalescope.app.ui.jobs.JobViewModel;
import org.dalescope.app.ui.library.LibraryViewModel;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.app.ui.run.RunSession;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.app.ui.session.OpenSession;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.run.execution.FitCommandLine;
import org.dalescope.model.run.execution.FitRequest;
import org.dalescope.model.run.execution.FitRun;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunLibrary;
import org.dalescope.model.run.store.RunStatus;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;

/** The commands for single fits, which change the state that all views share: start, queue and resume. */
public final class FitCommands {
    private final JobViewModel job = new JobViewModel(this::progressed, this::ended);
    private final FitSpeed speed = new FitSpeed();
    private final RunLibrary runs;
    private final EngineFactory.Source engines;
    private final FitScheduler turns;
    private final CurrentRun shown;
    private final ConfigurationViewModel form;
    private final Supplier<String> whyNot;
    private final Supplier<Optional<OpenSession>> session;
    private final LibraryViewModel library;
    private final Runnable refreshLibrary;
    private final Notifications notices;
    private Optional<Path> live = Optional.empty();

    /**
     * Commands without a fit.
     *
     * @param engines opens an engine; called on the fits' threads only
     * @param shown the shown run, which follows the running fit
     * @param whyNot says why nothing can be started
     * @param session the open session
     * @param refreshLibrary reads the library again
     */
    FitCommands(
            RunLibrary runs,
            EngineFactory.Source engines,
            FitScheduler turns,
            CurrentRun shown,
            ConfigurationViewModel form,
            Supplier<String> whyNot,
            Supplier<Optional<OpenSession>> session,
            LibraryViewModel library,
            Runnable refreshLibrary,
            Notifications notices) {
        this.runs = runs;
        this.engines = engines;
        this.turns = turns;
        this.shown = shown;
        this.form = form;
        this.whyNot = whyNot;
        this.session = session;
        this.library = library;
        this.refreshLibrary = refreshLibrary;
        this.notices = notices;
        turns.add(job.runningProperty());
    }

    JobViewModel job() {
        return job;
    }

    /** The folder of the running fit or of the last one. */
    Optional<Path> live() {
        return live;
    }

    /** The command that repeats the fit as configured; empty if no session is open or a setting is not valid. */
    Optional<FitCommandLine> command() {
        return session.get().filter(open -> form.valid().get()).map(open -> {
            Session data = open.session();
            return new FitCommandLine(
                    String.valueOf(data.source().file()),
                    open.mappingFile(),
                    form.presetProperty().get().name(),
                    form.changedSettings(),
                    form.seedValue(),
                    form.splitOrigin(),
                    runs.next(data.name(), turns.reservedFolders()));
        });
    }

    /** Starts a fit of the open session as configured, or queues it. */
    void start() {
        Optional<FitCommandLine> command = command();
        Optional<Configuration> settings = form.configuration().get();
        if (command.isEmpty() || settings.isEmpty()) {
            notices.show(Notification.information(whyNot.get()));
            return;
        }
        Session data = session.get().orElseThrow().session();
        FitCommandLine line = command.get();
        var splitting = form.splitting();
        FitJob fit = new FitJob(engines, this::notifyUser, () -> {
            var parts = splitting.apply(data, settings.get());
            FitRequest request =
                    new FitRequest(data, parts, settings.get(), line.seed(), line.preset(), line.out(), line.text());
            Fit prepared = request.fit();
            speed.begins(prepared);
            return new Prepared(prepared.workload(), EngineRequest.Kind.AUTO, engine -> FitRun.start(request, engine));
        });
        String name = String.valueOf(line.out().getFileName());
        if (!turns.isBusy()) {
            shown.follow();
        }
        turns.whenFree(new JobQueue.Waiting("Fit %s".formatted(name), line.out(), line.text(), () -> {
            live = Optional.of(line.out());
            job.start(fit, name);
        }));
    }

    /** Resumes the shown run on the session that it was fitted to. */
    void resume() {
        if (shown.runProperty().get().filter(FitCommands::canResume).isEmpty() || turns.isBusy()) {
            notices.show(Notification.information(
                    "To resume a run, wait until no fit is running, then choose a stopped run in the library."));
            return;
        }
        RunFolder folder = shown.runProperty().get().get().folder();
        Optional<Session> opened = session.get().map(OpenSession::session);
        shown.follow();
        speed.restart();
        live = Optional.of(folder.folder());
        job.start(
                new FitJob(engines, this::notifyUser, () -> {
                    FitRun run = FitRun.resume(folder, RunSession.of(folder, opened));
                    return new Prepared(run.fit().workload(), run.begunOn(), engine -> run);
                }),
                String.valueOf(folder.folder().getFileName()));
    }

    /**
     * Whether a run can be resumed. A run that is marked as running but does not run here was left by a crash and has a
     * checkpoint.
     */
    public static boolean canResume(RunSnapshot run) {
        return run.status() == RunStatus.STOPPED || run.status() == RunStatus.RUNNING;
    }

    private void progressed(RunSnapshot picture) {
        if (shown.progressed(picture)) {
            refreshLibrary.run();
        }
        library.progress(picture.folder(), picture.history().size());
        speed.progressed(picture.history()).ifPresent(s -> form.speedProperty().set(Optional.of(s)));
    }

    private void ended(JobState how) {
        refreshLibrary.run();
        switch (how) {
            case JobState.Ended end
            when !end.result().state().history().isEmpty() ->
                shown.ended(Optional.of(end.result().folder()));
            case JobState.Ended end -> {
                shown.ended(Optional.empty());
                notices.show(Notification.information(
                        "The fit was stopped before its first epoch and has no result." + " Start it again."));
            }
            case JobState.Failed failed -> {
                notices.show(failed.cause());
                shown.ended(Optional.empty());
            }
            case JobState.Preparing p -> {}
            case JobState.Running r -> {}
        }
        turns.next();
    }

    private void notifyUser(String note) {
        notices.show(Notification.information(note));
    }
}
