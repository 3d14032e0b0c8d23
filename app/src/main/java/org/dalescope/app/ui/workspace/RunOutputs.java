package org.dalescope.app.ui.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dalescope.app.report.ComputedReportParts;
import org.dalescope.app.report.RunReport;
import org.dalescope.app.report.SuiteReport;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.app.ui.run.RunSession;
import org.dalescope.app.ui.run.SeedCircuits;
import org.dalescope.app.ui.task.BackgroundTasks;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.run.execution.FitRun;
import org.dalescope.model.run.export.ExportFormat;
import org.dalescope.model.run.export.ExportedRun;
import org.dalescope.model.run.export.RunExport;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunNetworks;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Partition;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.training.FittedNetwork;

/** The commands that all views share for writing exports and reports of runs in the background. */
public final class RunOutputs {
    private final EngineFactory.Source engines;
    private final Supplier<Optional<Session>> opened;
    private final BackgroundTasks background;
    private final Notifications notices;

    /**
     * A writer.
     *
     * @param opened the session in the window, which is used if it is the run's own
     */
    RunOutputs(
            EngineFactory.Source engines,
            Supplier<Optional<Session>> opened,
            BackgroundTasks background,
            Notifications notices) {
        this.engines = engines;
        this.opened = opened;
        this.background = background;
        this.notices = notices;
    }

    /** Exports a run's results into its folder. */
    public void export(Path run, ExportFormat format) {
        Optional<Session> session = opened.get();
        notifyUser("The export of %s is being written.".formatted(run.getFileName()));
        background.run(
                () -> {
                    Path place = format.within(run);
                    RunExport.checkFree(format, place);
                    RunFolder folder = RunFolder.existing(run);
                    FittedNetwork member = RunNetworks.read(folder, FitRun.fit(folder, RunSession.of(folder, session)));
                    int trials = member.fit().split().trials(Partition.VALIDATION).length;
                    try (RecurrentEngine engine = engine(member, trials)) {
                        RunExport.write(ExportedRun.of(folder, member, Partition.VALIDATION, engine), format, place);
                    }
                    return place;
                },
                place -> notifyUser("The export was written to %s.".formatted(place)),
                notices);
    }

    /**
     * Writes the report of a run or a suite.
     *
     * @param show opens a page
     */
    public void report(Path folder, Consumer<Path> show) {
        Optional<Session> session = opened.get();
        notifyUser("The report of %s is being written.".formatted(folder.getFileName()));
        background.run(
                () -> SuiteFolder.isSuite(folder) ? suite(folder) : run(folder, session),
                page -> {
                    notifyUser("The report was written to %s.".formatted(page));
                    show.accept(page);
                },
                notices);
    }

    private static Path suite(Path folder) {
        SuiteFolder suite = SuiteFolder.existing(folder);
        SuiteReport.write(suite, SuiteResults.read(suite));
        return suite.report();
    }

    private Path run(Path folder, Optional<Session> session) {
        RunFolder run = RunFolder.existing(folder);
        RunReport.write(run, evidence(run, session));
        return run.report();
    }

    /**
     * The computed parts of the report. A run whose session is not available is still reported, and the report says
     * what is missing.
     */
    private ComputedReportParts evidence(RunFolder run, Optional<Session> session) {
        RunDescription is = RunDescription.read(run);
        boolean open = session.filter(s -> s.source().sha256().equals(is.sessionSha256()))
                .isPresent();
        if (!open && Files.notExists(Path.of(is.sessionPath()))) {
            return ComputedReportParts.none(
                    "The session of this run was not found, so its check and the analyses are left out. To include "
                            + "them, open it in the window, or name it with 'dalescope report --session'.");
        }
        FittedCircuit circuit = SeedCircuits.open(List.of(run), Partition.VALIDATION, session);
        try (RecurrentEngine engine = engine(circuit.members().getFirst(), circuit.trialIds().length)) {
            return ComputedReportParts.of(circuit, engine, Progress.SILENT);
        }
    }

    private RecurrentEngine engine(FittedNetwork member, int trials) {
        return engines.open(member.fit().workload(trials), EngineRequest.Kind.AUTO, note -> {});
    }

    private void notifyUser(String sentence) {
        notices.show(Notification.information(sentence));
    }
}
