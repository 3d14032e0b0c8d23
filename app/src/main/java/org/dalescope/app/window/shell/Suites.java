package org.dalescope.app.window.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.dalescope.app.report.SuiteReport;
import org.dalescope.app.window.configure.ConfigurationViewModel;
import org.dalescope.app.window.job.Cores;
import org.dalescope.app.window.job.JobQueue;
import org.dalescope.app.window.library.LibraryViewModel;
import org.dalescope.app.window.notice.Notice;
import org.dalescope.app.window.notice.Notices;
import org.dalescope.app.window.suite.LoginNode;
import org.dalescope.app.window.suite.SuiteJob;
import org.dalescope.app.window.suite.SuiteJobState;
import org.dalescope.app.window.suite.SuitePicture;
import org.dalescope.app.window.suite.SuiteSetup;
import org.dalescope.app.window.suite.SuiteViewModel;
import org.dalescope.app.words.Words;
import org.dalescope.model.engine.Engines;
import org.dalescope.model.experiment.SuiteCommandLine;
import org.dalescope.model.experiment.SuiteFolder;
import org.dalescope.model.experiment.SuitePlace;
import org.dalescope.model.experiment.SuitePlan;
import org.dalescope.model.experiment.SuiteRequest;
import org.dalescope.model.experiment.SuiteSession;
import org.dalescope.model.run.RunLibrary;
import org.dalescope.model.session.Session;

/** What the person can do with suites. */
final class Suites {
    private final int cores = Cores.forWork();
    private final IntFunction<Engines.Source> engines;
    private final Background background;
    private final Notices notices;
    private final Runnable refreshLibrary;
    private final Consumer<JobQueue.Waiting> whenFree;
    private final SuiteViewModel model;
    private final LoginNode loginNode;
    private final Latest opened = new Latest();

    /**
     * No suite yet.
     *
     * @param loginNode how a cluster is reached from here, where it is
     * @param engines opens an engine with a number of threads; called on the fits' threads only
     * @param refreshLibrary reads the library anew and gives the machine to the next
     * @param whenFree begins something once the machine is free
     */
    Suites(
            RunLibrary runs,
            LoginNode loginNode,
            IntFunction<Engines.Source> engines,
            Background background,
            Notices notices,
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
        model.picture().subscribe(picture -> picture.ifPresent(library::update));
    }

    SuiteViewModel model() {
        return model;
    }

    /** Starts what is set up on a session. */
    void start(Optional<Session> session) {
        Optional<SuiteCommandLine> command = model.setup().command();
        Optional<SuitePlan> plan = model.setup().ready();
        if (session.isEmpty() || command.isEmpty() || plan.isEmpty()) {
            notices.show(Notice.information(model.setup().problem().get()));
            return;
        }
        SuiteCommandLine line = command.get();
        String split = model.setup().split().get().toString();
        run(line.out(), line.parallel(), line.onCluster(), line.text(), () -> {
            SuiteSession fitted =
                    SuiteSession.of(session.get(), split, plan.get().base().configuration());
            return new SuiteRequest(plan.get(), List.of(fitted), line.out(), line.parallel(), line.text());
        });
    }

    /** Goes on with the suite on show, on the sessions that it was begun with. */
    void resume(Optional<Session> session) {
        Optional<SuitePicture> shown = model.picture().get().filter(SuitePicture::canGoOn);
        if (shown.isEmpty()) {
            notices.show(Notice.information(Words.of("shell.choose-an-unfinished-suite")));
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
        if (model.running().get()) {
            boolean own = model.picture()
                    .get()
                    .map(shown -> shown.folder().folder().equals(folder))
                    .orElse(false);
            if (own) {
                then.run();
            } else {
                notices.show(Notice.information(Words.of("shell.a-suite-is-running")));
            }
            return;
        }
        background.run(
                () -> SuitePicture.read(folder),
                opened.only(picture -> {
                    if (!model.running().get()) {
                        model.show(picture);
                        then.run();
                        watch(picture);
                    }
                }),
                notices);
    }

    /** Looks again and again at a suite that a cluster is at work on, until another one is opened or something runs. */
    private void watch(SuitePicture shown) {
        if (!shown.isOnCluster()) {
            return;
        }
        background.run(
                () -> {
                    Thread.sleep(loginNode.pause());
                    return SuitePicture.read(shown.folder().folder());
                },
                opened.only(picture -> {
                    if (!model.running().get()) {
                        model.show(picture);
                        watch(picture);
                    }
                }),
                notices);
    }

    /**
     * Writes the report of the suite on show where it is missing, and hands it over.
     *
     * @param show opens a file
     */
    void openReport(Consumer<Path> show) {
        model.picture()
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
                            notices.show(Notice.information(Words.of("shell.the-report-is", report)));
                            show.accept(report);
                        },
                        notices));
    }

    /** One thread per fit wastes less than several; the cores are filled with fits. */
    private void run(Path out, int parallel, boolean onCluster, String command, Supplier<SuiteRequest> order) {
        int threads = Math.max(1, cores / parallel);
        String name = String.valueOf(out.getFileName());
        Supplier<SuitePlace> place = onCluster ? loginNode.place(parallel) : SuitePlace.Here::new;
        SuiteJob suite =
                new SuiteJob(engines.apply(threads), note -> notices.show(Notice.information(note)), order, place);
        String how = (onCluster ? Words.of("shell.on-the-slurm-cluster") + " " : "")
                + parallel
                + (parallel == 1 ? " " + Words.of("shell.fit-at-a-time") : " " + Words.of("shell.fits-at-once"));
        whenFree.accept(new JobQueue.Waiting(
                Words.of("shell.suite-2", name), out, command, () -> model.start(suite, name, how)));
    }

    private void ended(SuiteJobState how) {
        refreshLibrary.run();
        model.picture().get().filter(shown -> !shown.isLive()).ifPresent(this::watch);
        switch (how) {
            case SuiteJobState.Failed(Throwable cause) -> {
                notices.show(cause);
                showAgain();
            }
            case SuiteJobState.CutShort(String sentence) -> {
                notices.show(Notice.information(sentence));
                showAgain();
            }
            case SuiteJobState.Preparing _, SuiteJobState.Running _, SuiteJobState.Ended _ -> {}
        }
    }

    /** Reads the folder of the shown suite again. */
    private void showAgain() {
        model.picture()
                .get()
                .map(shown -> shown.folder().folder())
                .filter(SuiteFolder::isSuite)
                .ifPresent(folder -> open(folder, () -> {}));
    }
}
