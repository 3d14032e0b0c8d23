package org.dalescope.model.suite.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dalescope.model.common.CancelledException;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.UserError;
import org.dalescope.model.common.io.FolderDeletion;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.run.evaluation.SharedReferences;
import org.dalescope.model.run.execution.FitCommandLine;
import org.dalescope.model.run.execution.FitRequest;
import org.dalescope.model.run.execution.FitRun;
import org.dalescope.model.run.execution.StorageRetry;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunStatus;
import org.dalescope.model.settings.Preset;
import org.dalescope.model.suite.plan.Arm;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.results.FitSummary;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteRecord;
import org.dalescope.model.suite.store.SuiteSession;
import org.dalescope.model.training.FitControl;
import org.dalescope.model.training.Trainer.Ending;

/** Runs the fits of a suite in this program, several at once, each with its own engine. */
final class LocalFitRunner {
    private final SuiteRequest request;
    private final SuiteFolder folder;
    private final EngineFactory.Source engines;
    private final EngineRequest.Kind kind;
    private final FitControl stop;
    private final SuiteListener listener;
    private final FailureLog failures;
    private final FinishedFits wanted;
    private final SharedReferences references = new SharedReferences();

    LocalFitRunner(
            SuiteRequest request,
            SuiteFolder folder,
            EngineFactory.Source engines,
            EngineRequest.Kind kind,
            FailureLog failures,
            FitControl stop,
            SuiteListener listener) {
        this.request = request;
        this.folder = folder;
        this.engines = engines;
        this.kind = kind;
        this.stop = stop;
        this.listener = listener;
        this.failures = failures;
        this.wanted = new FinishedFits(folder);
    }

    /** Runs fits. The reason of a failed fit is stored, and the other fits continue. */
    void run(SuiteRecord suite, List<FitKey> cells) {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                request.parallel(), Thread.ofPlatform().name("suite-", 1).factory())) {
            List<? extends Future<?>> all = IntStream.range(0, cells.size())
                    .mapToObj(i -> threads.submit(() -> runOrFail(suite, cells.get(i), engines(i, cells.size()))))
                    .toList();
            for (Future<?> one : all) {
                await(one);
            }
        }
    }

    /** If the last fits are fewer than those that run at once, they share the cores of all. */
    private EngineFactory.Source engines(int number, int fits) {
        int last = fits % request.parallel();
        return number < fits - last ? engines : engines.forFitsAtOnce(last);
    }

    private void runOrFail(SuiteRecord suite, FitKey cell, EngineFactory.Source own) {
        if (stop.isRaised()) {
            return;
        }
        try {
            run(suite, cell, own);
        } catch (CancelledException cancelled) {
            // This is not a failure: the same command continues the fit.
            return;
        } catch (UserError refusal) {
            fail(cell, refusal.sentence());
        } catch (OutOfMemoryError full) {
            fail(cell, "The program ran out of memory: run fewer fits at once (--parallel).");
        } catch (RuntimeException unexpected) {
            fail(cell, "Unexpected error (please report it): " + unexpected);
        }
    }

    private void run(SuiteRecord suite, FitKey cell, EngineFactory.Source own) {
        SuiteSession session = request.sessions().stream()
                .filter(one -> one.folder().equals(cell.session()))
                .findFirst()
                .orElseThrow();
        Optional<FitRun> begun = resumed(suite, session, cell);
        EngineRequest.Kind preferred = begun.map(FitRun::begunOn).orElse(kind);
        Arm arm = suite.arm(cell.arm());
        try (RecurrentEngine engine =
                own.open(SuiteRun.fit(arm, session, cell.seed()).workload(), preferred, _ -> {})) {
            FitRun fit = begun.orElseGet(() -> FitRun.start(order(arm, session, cell), engine))
                    .sharing(references);
            synchronized (listener) {
                listener.started(cell, fit.state().epoch());
            }
            FitRun.Result result = completed(fit, engine, cell);
            if (result.ending() != Ending.STOPPED) {
                FitSummary summary = FitSummary.read(folder, cell).orElseThrow();
                synchronized (listener) {
                    failures.finished(cell);
                    listener.finished(cell, summary);
                }
            }
        }
    }

    private FitRun.Result completed(FitRun fit, RecurrentEngine engine, FitKey cell) {
        try {
            return fit.run(
                    engine,
                    stop,
                    snapshot -> {
                        synchronized (listener) {
                            listener.epoch(cell, snapshot);
                        }
                    },
                    StorageRetry.saying(sentence -> note(cell, sentence)));
        } catch (RuntimeException | Error broken) {
            fit.failed();
            throw broken;
        }
    }

    private void note(FitKey cell, String sentence) {
        synchronized (listener) {
            listener.note(cell + ": " + sentence);
        }
    }

    private FitRequest order(Arm arm, SuiteSession session, FitKey cell) {
        Map<String, String> changes = arm.changesFrom(Preset.named(arm.preset()).configuration());
        FitCommandLine again = new FitCommandLine(
                session.session().source().file().toString(),
                Optional.empty(),
                arm.preset(),
                changes,
                cell.seed(),
                session.split().origin(),
                Path.of("RUN"));
        return new FitRequest(
                session.session(),
                session.split(),
                arm.configuration(),
                cell.seed(),
                arm.preset(),
                folder.run(cell).folder(),
                again.text());
    }

    /** The unfinished fit in the folder. A fit that cannot continue is deleted. */
    private Optional<FitRun> resumed(SuiteRecord suite, SuiteSession session, FitKey cell) {
        RunFolder run = folder.run(cell);
        if (Files.notExists(run.folder())) {
            return Optional.empty();
        }
        try {
            if (wanted.isWanted(suite, cell) && RunDescription.read(run).status() != RunStatus.FAILED) {
                return Optional.of(FitRun.resume(run, session.session()));
            }
            note(cell
                    + " starts again from the beginning: its folder held a failed fit or a fit that is not"
                    + " part of this suite.");
        } catch (UserError broken) {
            note(cell + " starts again from the beginning, because its folder cannot be used: " + broken.sentence());
        }
        delete(run.folder());
        return Optional.empty();
    }

    private void note(String sentence) {
        synchronized (listener) {
            listener.note(sentence);
        }
    }

    private void fail(FitKey cell, String reason) {
        synchronized (listener) {
            failures.failed(cell, reason);
            listener.failed(cell, reason);
        }
    }

    private static void await(Future<?> one) {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The suite was interrupted: run the same command to continue.", e);
        }
    }

    private static void delete(Path folder) {
        try {
            FolderDeletion.delete(folder);
        } catch (IOException e) {
            throw new StorageError(folder + " cannot be deleted: delete it by hand.", e);
        }
    }
}
