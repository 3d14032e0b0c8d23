package org.dalescope.app.window.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.dalescope.app.window.configure.ConfigurationViewModel;
import org.dalescope.app.window.job.FitJob;
import org.dalescope.app.window.job.FitJob.Prepared;
import org.dalescope.app.window.job.JobQueue;
import org.dalescope.app.window.job.JobState;
import org.dalescope.app.window.job.JobViewModel;
import org.dalescope.app.window.library.LibraryViewModel;
import org.dalescope.app.window.notice.Notice;
import org.dalescope.app.window.notice.Notices;
import org.dalescope.app.window.run.RunPicture;
import org.dalescope.app.window.run.RunSession;
import org.dalescope.app.window.session.OpenSession;
import org.dalescope.app.words.Words;
import org.dalescope.model.configuration.Configuration;
import org.dalescope.model.engine.EngineRequest;
import org.dalescope.model.engine.Engines;
import org.dalescope.model.run.FitCommandLine;
import org.dalescope.model.run.FitRequest;
import org.dalescope.model.run.FitRun;
import org.dalescope.model.run.RunFolder;
import org.dalescope.model.run.RunLibrary;
import org.dalescope.model.run.RunStatus;
import org.dalescope.model.session.Session;
import org.dalescope.model.training.Fit;

/** What the person can do with single fits. */
final class Fits {
    private final JobViewModel job = new JobViewModel(this::progressed, this::ended);
    private final FitSpeed speed = new FitSpeed();
    private final RunLibrary runs;
    private final Engines.Source engines;
    private final Turns turns;
    private final ShownRun shown;
    private final ConfigurationViewModel form;
    private final Supplier<String> whyNot;
    private final Supplier<Optional<OpenSession>> session;
    private final LibraryViewModel library;
    private final Runnable refreshLibrary;
    private final Notices notices;
    private Optional<Path> live = Optional.empty();

    /**
     * No fit yet.
     *
     * @param engines opens an engine; called on the fits' threads only
     * @param shown the run on show, which follows the fit that runs
     * @param whyNot says why nothing can be started
     * @param session the open one
     * @param refreshLibrary reads the library anew
     */
    Fits(
            RunLibrary runs,
            Engines.Source engines,
            Turns turns,
            ShownRun shown,
            ConfigurationViewModel form,
            Supplier<String> whyNot,
            Supplier<Optional<OpenSession>> session,
            LibraryViewModel library,
            Runnable refreshLibrary,
            Notices notices) {
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
        turns.add(job.running());
    }

    JobViewModel job() {
        return job;
    }

    /** The folder of the fit that runs or ran last. */
    Optional<Path> live() {
        return live;
    }

    /** The command that repeats the fit as configured; empty while there is no session or something is illegal. */
    Optional<FitCommandLine> command() {
        return session.get().filter(open -> form.valid().get()).map(open -> {
            Session data = open.session();
            return new FitCommandLine(
                    String.valueOf(data.source().file()),
                    open.mappingFile(),
                    form.preset().get().name(),
                    form.changedSettings(),
                    form.seedValue(),
                    form.splitOrigin(),
                    runs.next(data.name(), turns.promised()));
        });
    }

    /** Starts a fit of the open session as configured, or lets it wait for its turn. */
    void start() {
        Optional<FitCommandLine> command = command();
        Optional<Configuration> settings = form.configuration().get();
        if (command.isEmpty() || settings.isEmpty()) {
            notices.show(Notice.information(whyNot.get()));
            return;
        }
        Session data = session.get().orElseThrow().session();
        FitCommandLine line = command.get();
        var splitting = form.splitting();
        FitJob fit = new FitJob(engines, this::tell, () -> {
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
        turns.whenFree(new JobQueue.Waiting(Words.of("shell.fit", name), line.out(), line.text(), () -> {
            live = Optional.of(line.out());
            job.start(fit, name);
        }));
    }

    /** Goes on with the run on show, on the session it was fitted to. */
    void resume() {
        if (shown.run().get().filter(Fits::canGoOn).isEmpty() || turns.isBusy()) {
            notices.show(Notice.information(Words.of("shell.choose-a-stopped-run")));
            return;
        }
        RunFolder folder = shown.run().get().get().folder();
        Optional<Session> opened = session.get().map(OpenSession::session);
        shown.follow();
        speed.beginsAgain();
        live = Optional.of(folder.folder());
        job.start(
                new FitJob(engines, this::tell, () -> {
                    FitRun run = FitRun.resume(folder, RunSession.of(folder, opened));
                    return new Prepared(run.fit().workload(), run.begunOn(), engine -> run);
                }),
                String.valueOf(folder.folder().getFileName()));
    }

    /** A run that says it is running, yet is not ours, was left behind by a crash: it has a checkpoint to go on from. */
    static boolean canGoOn(RunPicture run) {
        return run.status() == RunStatus.STOPPED || run.status() == RunStatus.RUNNING;
    }

    private void progressed(RunPicture picture) {
        if (shown.progressed(picture)) {
            refreshLibrary.run();
        }
        library.progress(picture.folder(), picture.history().size());
        speed.progressed(picture.history()).ifPresent(s -> form.speed().set(Optional.of(s)));
    }

    private void ended(JobState how) {
        refreshLibrary.run();
        switch (how) {
            case JobState.Ended end
            when !end.result().state().history().isEmpty() ->
                shown.ended(Optional.of(end.result().folder()));
            case JobState.Ended end -> {
                shown.ended(Optional.empty());
                notices.show(Notice.information(Words.of("shell.the-fit-was-stopped")));
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

    private void tell(String note) {
        notices.show(Notice.information(note));
    }
}
