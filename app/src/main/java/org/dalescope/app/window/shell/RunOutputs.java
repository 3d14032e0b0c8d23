package org.dalescope.app.window.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dalescope.app.report.Evidence;
import org.dalescope.app.report.RunReport;
import org.dalescope.app.report.SuiteReport;
import org.dalescope.app.window.notice.Notice;
import org.dalescope.app.window.notice.Notices;
import org.dalescope.app.window.run.CircuitSource;
import org.dalescope.app.window.run.RunSession;
import org.dalescope.app.words.Words;
import org.dalescope.model.analysis.AnalysisWatch;
import org.dalescope.model.analysis.FittedCircuit;
import org.dalescope.model.engine.EngineRequest;
import org.dalescope.model.engine.Engines;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.experiment.SuiteFolder;
import org.dalescope.model.experiment.SuiteResults;
import org.dalescope.model.export.ExportFormat;
import org.dalescope.model.export.ExportedRun;
import org.dalescope.model.export.RunExport;
import org.dalescope.model.run.FitRun;
import org.dalescope.model.run.RunDescription;
import org.dalescope.model.run.RunFolder;
import org.dalescope.model.run.RunNetworks;
import org.dalescope.model.session.Session;
import org.dalescope.model.split.Partition;
import org.dalescope.model.training.FittedNetwork;

/** Writes exports and reports of runs, in the background. */
final class RunOutputs {
    private final Engines.Source engines;
    private final Supplier<Optional<Session>> opened;
    private final Background background;
    private final Notices notices;

    /**
     * The writer.
     *
     * @param opened the session in the window, which is used where it is the run's own
     */
    RunOutputs(Engines.Source engines, Supplier<Optional<Session>> opened, Background background, Notices notices) {
        this.engines = engines;
        this.opened = opened;
        this.background = background;
        this.notices = notices;
    }

    /** Writes what a scientist takes away of a run into its folder. */
    void export(Path run, ExportFormat format) {
        Optional<Session> session = opened.get();
        tell(Words.of("shell.the-export-of-is", run.getFileName()));
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
                place -> tell(Words.of("shell.the-export-was-written", place)),
                notices);
    }

    /**
     * Writes the report of a run or a suite.
     *
     * @param show opens a page
     */
    void report(Path folder, Consumer<Path> show) {
        Optional<Session> session = opened.get();
        tell(Words.of("shell.the-report-of-is", folder.getFileName()));
        background.run(
                () -> SuiteFolder.isSuite(folder) ? suite(folder) : run(folder, session),
                page -> {
                    tell(Words.of("shell.the-report-was-written", page));
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

    /** A run whose session has gone is still reported, and the report says what is missing. */
    private Evidence evidence(RunFolder run, Optional<Session> session) {
        RunDescription is = RunDescription.read(run);
        boolean open = session.filter(s -> s.source().sha256().equals(is.sessionSha256()))
                .isPresent();
        if (!open && Files.notExists(Path.of(is.sessionPath()))) {
            return Evidence.none(Words.of("shell.the-session-of-this"));
        }
        FittedCircuit circuit = CircuitSource.open(List.of(run), Partition.VALIDATION, session);
        try (RecurrentEngine engine = engine(circuit.members().getFirst(), circuit.trialIds().length)) {
            return Evidence.of(circuit, engine, AnalysisWatch.SILENT);
        }
    }

    private RecurrentEngine engine(FittedNetwork member, int trials) {
        return engines.open(member.fit().workload(trials), EngineRequest.Kind.AUTO, note -> {});
    }

    private void tell(String sentence) {
        notices.show(Notice.information(sentence));
    }
}
