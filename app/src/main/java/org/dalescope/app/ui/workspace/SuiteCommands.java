package org.dalescope.app.ui.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.dalescope.app.report.SuiteReport;
import org.dalescope.app.ui.configure.ConfigurationViewModel;
import org.dalescope.app.ui.jobs.CoreShare;
import org.dalescope.app.ui.jobs.JobQueue;
import org.dalescope.app.ui.library.LibraryViewModel;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.app.ui.suite.ClusterLogin;
import org.dalescope.app.ui.suite.SuiteJob;
import org.dalescope.app.ui.suite.SuiteJobState;
import org.dalescope.app.ui.suite.SuiteSetup;
import org.dalescope.app.ui.suite.SuiteSnapshot;
import org.dalescope.app.ui.suite.SuiteViewModel;
import org.dalescope.app.ui.task.BackgroundTasks;
import org.dalescope.app.ui.task.LatestAnswer;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.run.store.RunLibrary;
import org.dalescope.model.session.Session;
import org.dalescope.model.suite.launch.SuiteCommandLine;
import org.dalescope.model.suite.launch.SuiteLauncher;
import org.dalescope.model.suite.launch.SuiteRequest;
import org.dalescope.model.suite.plan.SuitePlan;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteSession;

/** The commands for suites, which change the state that all views share: start, resume, open and report. */
final class SuiteCommands {
    private final int cores = CoreShare.forWork();
    private final IntFunction<EngineFactory.Source> engines;
    private final BackgroundTasks background;
    private final Notifications notices;
    private final Runnable refreshLibrary;
    private final Consumer<JobQueue.Waiting> whenFree;
    private final SuiteViewModel model;
    private final ClusterLogin loginNode;
    private final LatestAnswer opened = new LatestAnswer();

    /**
     * Commands without a suite.
     *
     * @param loginNode the access to a cluster, if there is one
     * @param engines opens an engine with a number of threads; called on the fits' threads only
     * @param refreshLibrary reads the library again and starts the next work
     * @param whenFree starts work once nothing else runs
     */
    SuiteCommands(
            RunLibrary runs,
            ClusterLogin loginNode,
            IntFunction<EngineFactory.Source> engines,
            BackgroundTasks background,
            Notifications notices,
            LibraryViewModel library,
            Runnable refreshLibrary,
            ConfigurationViewModel configuration,
            Consumer<JobQueue.Waiting> whenFree) {
        this.loginNode = loginNode;
        this.engines = engines;
        this.background = background;
        this.notices = notices;
        this.refreshLibrary = refreshLibrary;
        this.whenFree = whenFree;
        this.model = new SuiteViewModel(new SuiteSetup(configuration, runs, cores, loginNode.isOne()), this::ended);
        model.pictureProperty().subscribe(picture -> picture.ifPresent(library::update));
    }

    SuiteViewModel model() {
        return model;
    }

    /** Starts the suite that is set up on a session. */
    void start(Optional<Session> session) {
        Optional<SuiteCommandLine> command = model.setup().command();
        Optional<SuitePlan> plan = model.setup().ready();
        if (session.isEmpty() || command.isEmpty() || plan.isEmpty()) {
            notices.show(Notification.information(model.setup().problem().get()));
            return;
        }
        SuiteCommandLine line = command.get();
        String split = model.setup().splitProperty().get().toString();
        run(line.out(), line.parallel(), line.onCluster(), line.text(), () -> {
            SuiteSession fitted =
                    SuiteSession.of(session.get(), split, plan.get().base().configuration());
            return new SuiteRequest(plan.get(), List.of(fitted), line.out(), line.parallel(), line.text());
        });
    }

    /** Resumes the shown suite on the sessions that it was started with. */
    void resume(Optional<Session> session) {
        Optional<SuiteSnapshot> shown = model.pictureProperty().get().filter(SuiteSnapshot::canResume);
        if (shown.isEmpty()) {
            notices.show(Notification.information("Choose an unfinished suite in the library to resume it."));
            return;
        }
        SuiteFolder folder = shown.get().folder();
        int parallel = model.setup().command().map(SuiteCommandLine::parallel).orElse(cores);
        run(
                folder.folder(),
                parallel,
                folder.wasOnCluster(),
                shown.get().results().suite().command(),
                () -> SuiteRequest.again(folder, parallel, session.stream().toList()));
    }

    /** Shows a suite's folder. */
    void open(Path folder, Runnable then) {
        if (model.runningProperty().get()) {
            boolean own = model.pictureProperty()
                    .get()
                    .map(shown -> shown.folder().folder().equals(folder))
                    .orElse(false);
            if (own) {
                then.run();
            } else {
                notices.show(Notification.information(
                        "A suite is running: stop it, or wait for its end, before you open another one."));
            }
            return;
        }
        background.run(
                () -> SuiteSnapshot.read(folder),
                opened.only(picture -> {
                    if (!model.runningProperty().get()) {
                        model.show(picture);
                        then.run();
                        watch(picture);
                    }
                }),
                notices);
    }

    /** Reads a suite that runs on a cluster periodically, until another one is opened or something runs. */
    private void watch(SuiteSnapshot shown) {
        if (!shown.isOnCluster()) {
            return;
        }
        background.run(
                () -> {
                    Thread.sleep(loginNode.pause());
                    return SuiteSnapshot.read(shown.folder().folder());
                },
                opened.only(picture -> {
                    if (!model.runningProperty().get()) {
                        model.show(picture);
                        watch(picture);
                    }
                }),
                notices);
    }

    /**
     * Writes the report of the shown suite if it is missing, and passes it on.
     *
     * @param show opens a file
     */
    void openReport(Consumer<Path> show) {
        model.pictureProperty()
                .get()
                .ifPresent(shown -> background.run(
                        () -> {
                            Path report = shown.folder().report();
                            if (!Files.isRegularFile(report)) {
                                SuiteReport.write(shown.folder(), shown.results());
                            }
                            return report.toAbsolutePath();
                        },
                        report -> {
                            notices.show(Notification.information("The report was written to %s.".formatted(report)));
                            show.accept(report);
                        },
                        notices));
    }

    /**
     * Starts a suite with one thread per fit: this wastes less than several threads, and parallel fits fill the cores.
     */
    private void run(Path out, int parallel, boolean onCluster, String command, Supplier<SuiteRequest> order) {
        int threads = Math.max(1, cores / parallel);
        String name = String.valueOf(out.getFileName());
        Supplier<SuiteLauncher> place = onCluster ? loginNode.place(parallel) : SuiteLauncher.Here::new;
        SuiteJob suite = new SuiteJob(
                engines.apply(threads), note -> notices.show(Notification.information(note)), order, place);
        String how = (onCluster ? "on the SLURM cluster, " : "")
                + parallel
                + (parallel == 1 ? " fit at a time" : " fits at once");
        whenFree.accept(
                new JobQueue.Waiting("Suite %s".formatted(name), out, command, () -> model.start(suite, name, how)));
    }

    private void ended(SuiteJobState how) {
        refreshLibrary.run();
        model.pictureProperty().get().filter(shown -> !shown.isLive()).ifPresent(this::watch);
        switch (how) {
            case SuiteJobState.Failed(Throwable cause) -> {
                notices.show(cause);
                showAgain();
            }
            case SuiteJobState.Cancelled(String sentence) -> {
                notices.show(Notification.information(sentence));
                showAgain();
            }
            case SuiteJobState.Preparing _, SuiteJobState.Running _, SuiteJobState.Ended _ -> {}
        }
    }

    /** Reads the folder of the shown suite again. */
    private void showAgain() {
        model.pictureProperty()
                .get()
                .map(shown -> shown.folder().folder())
                .filter(SuiteFolder::isSuite)
                .ifPresent(folder -> open(folder, () -> {}));
    }
}
