package org.dalescope.model.suite.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.ProgramVersion;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.run.store.RunLock;
import org.dalescope.model.suite.plan.Arm;
import org.dalescope.model.suite.plan.Combination;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.plan.SuitePlan;
import org.dalescope.model.suite.results.ComparisonFiles;
import org.dalescope.model.suite.results.EnsembleScores;
import org.dalescope.model.suite.results.FitSummary;
import org.dalescope.model.suite.results.SuiteComparison;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.results.WinnerSelection;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteJson;
import org.dalescope.model.suite.store.SuiteRecord;
import org.dalescope.model.suite.store.SuiteRecord.LeftOut;
import org.dalescope.model.suite.store.SuiteRecord.SessionNote;
import org.dalescope.model.suite.store.SuiteSession;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.dalescope.model.training.FitMemory;
import org.dalescope.model.training.Trainer;

/**
 * Runs the fits of a suite and writes its folder. After a stop or a crash, the same request continues the suite:
 * finished fits are not repeated, unfinished fits resume, and damaged fits start again.
 */
public final class SuiteRun {
    private final SuiteRequest request;
    private final SuiteLauncher place;
    private final SuiteFolder folder;
    private final SuiteListener listener;
    private final FitControl stop;
    private SuiteRecord suite;

    private SuiteRun(SuiteRequest request, SuiteLauncher place, SuiteListener listener, FitControl stop) {
        this.request = request;
        this.place = place;
        this.folder = new SuiteFolder(request.out());
        this.listener = listener;
        this.stop = stop;
        this.suite = new SuiteRecord(
                ProgramVersion.CURRENT,
                request.plan(),
                request.sessions().stream().map(SessionNote::of).toList(),
                List.of(),
                request.command());
    }

    /**
     * Runs every missing fit and compares the arms.
     *
     * @param engines called for each fit; all fits of a suite use the kind of engine that the first fit gets
     * @throws InputError if the folder holds another suite, or if an arm cannot be fitted to a session
     */
    public static SuiteResults run(
            SuiteRequest request, EngineFactory.Source engines, FitControl stop, SuiteListener listener) {
        return run(request, engines, new SuiteLauncher.Here(), stop, listener);
    }

    /**
     * Runs the suite with its fits in a given place.
     *
     * @param engines for the work in this program; on a cluster, this is the check of the arms and the ensemble scores
     */
    public static SuiteResults run(
            SuiteRequest request,
            EngineFactory.Source engines,
            SuiteLauncher place,
            FitControl stop,
            SuiteListener listener) {
        SuiteRun run = new SuiteRun(request, place, listener, stop);
        run.checkFolder();
        Fit first = fit(
                request.plan().base(),
                request.sessions().getFirst(),
                request.plan().seeds().getFirst());
        try (RecurrentEngine engine = engines.open(first.workload(), EngineRequest.Kind.AUTO, listener::note)) {
            run.checkArms(engine);
            run.checkQuestion();
            AtomicFile.folder(request.out());
            try (RunLock lock = RunLock.take(request.out())) {
                lock.warning().ifPresent(listener::note);
                AtomicFile.sweep(request.out());
                return run.all(engines, engine);
            }
        }
    }

    private void checkQuestion() {
        SuitePlan plan = suite.plan();
        plan.question().ifPresent(question -> SuiteAnswers.check(question, plan, request.sessions()));
    }

    private void checkFolder() {
        Path out = request.out();
        if (SuiteFolder.isSuite(out)) {
            SuiteRecord earlier = SuiteJson.read(folder);
            List<String> before = earlier.plan().factors();
            if (suite.plan().factors().isEmpty() && !before.isEmpty()) {
                suite = suite.withPlan(suite.plan().withFactors(before));
                listener.note("The factors are " + String.join(" and ", before)
                        + ", as in the last run of this suite; --factors changes them.");
            }
            suite.differsFrom(earlier).ifPresent(difference -> {
                throw new InputError(out + " holds another suite: " + difference + ". Choose another --out.");
            });
        } else if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new InputError(out + " is a file: give a folder as --out.");
        } else if (Files.isDirectory(out) && !isEmpty(out)) {
            throw new InputError(out + " holds other files: a suite needs its own folder, so choose another --out.");
        }
    }

    /**
     * Checks every arm before the first fit, so that errors do not appear hours later. If the base cannot be fitted,
     * the suite ends; any other arm is left out.
     */
    private void checkArms(RecurrentEngine engine) {
        List<LeftOut> leftOut = new ArrayList<>();
        for (SuiteSession session : request.sessions()) {
            for (Arm arm : request.plan().arms()) {
                refusal(arm, session, engine).ifPresent(refusal -> {
                    String sentence = "Arm '" + arm.name() + "' cannot be fitted to "
                            + session.session().name() + ": " + refusal.sentence();
                    if (arm.isBase()) {
                        throw new InputError(sentence, refusal);
                    }
                    leftOut.add(new LeftOut(session.folder(), arm.name(), refusal.sentence()));
                    listener.note(sentence);
                });
            }
        }
        if (!leftOut.isEmpty()
                && leftOut.size()
                        == request.sessions().size() * (request.plan().arms().size() - 1)) {
            throw new InputError(
                    "None of the arms can be fitted: " + leftOut.getFirst().reason());
        }
        suite = suite.without(leftOut);
    }

    private Optional<InputError> refusal(Arm arm, SuiteSession session, RecurrentEngine engine) {
        try {
            Fit fit = fit(arm, session, request.plan().seeds().getFirst());
            new Trainer(fit, engine).start();
            requireRoom(fit, engine);
            return Optional.empty();
        } catch (InputError refusal) {
            return Optional.of(refusal);
        }
    }

    /** Checks the memory for parallel fits. On a cluster every fit has its own node, so nothing is checked. */
    private void requireRoom(Fit fit, RecurrentEngine engine) {
        if (place instanceof SuiteLauncher.Here) {
            int fits = request.parallel();
            FitMemory.of(fit, engine)
                    .atOnce(fits)
                    .require("A suite with " + fits + (fits == 1 ? " fit" : " fits") + " at once", "lower --parallel");
        }
    }

    static Fit fit(Arm arm, SuiteSession session, long seed) {
        return Fit.of(session.session(), session.split(), arm.configuration(), seed);
    }

    /**
     * Returns true if the folder is empty. A lock file and partly written files, left by a suite that was killed at its
     * start, do not count.
     */
    private static boolean isEmpty(Path out) {
        try (var inside = Files.list(out)) {
            return inside.allMatch(file -> file.endsWith(".lock") || AtomicFile.isPart(file));
        } catch (IOException e) {
            throw new StorageError(out + " cannot be read: check its permissions.", e);
        }
    }

    private SuiteResults all(EngineFactory.Source engines, RecurrentEngine engine) {
        BiConsumer<SuiteRecord, List<FitKey>> fits = fits(engines, engine);
        runMissing(fits);
        for (Combination combination : suite.plan().combinations()) {
            if (!stop.isRaised() && combine(combination)) {
                runMissing(fits);
            }
        }
        EnsembleScores.write(folder, SuiteResults.read(folder), request.sessions(), engine);
        SuiteResults results = SuiteResults.read(folder);
        ComparisonFiles.write(folder, results);
        if (!stop.isRaised()) {
            suite.plan()
                    .question()
                    .ifPresent(question -> SuiteAnswers.write(question, folder, results, request.sessions(), engine));
        }
        return results;
    }

    private BiConsumer<SuiteRecord, List<FitKey>> fits(EngineFactory.Source engines, RecurrentEngine engine) {
        return switch (place) {
            case SuiteLauncher.Here _ -> {
                EngineRequest.Kind kind = EngineFactory.kindOf(engine.description());
                FailureLog failures = new FailureLog.OneFile(folder);
                yield new LocalFitRunner(request, folder, engines, kind, failures, stop, listener)::run;
            }
            case SuiteLauncher.Cluster cluster -> new SlurmFitRunner(folder, cluster, stop, listener)::run;
        };
    }

    /** Adds an arm that combines the winners, if there are enough winners. */
    private boolean combine(Combination combination) {
        SuiteResults results = SuiteResults.read(folder);
        Optional<Arm> winners =
                WinnerSelection.combine(combination, suite.plan().arms(), SuiteComparison.of(results));
        winners.ifPresent(arm -> suite = suite.withPlan(suite.plan().resolved(combination, arm)));
        return winners.isPresent();
    }

    private void runMissing(BiConsumer<SuiteRecord, List<FitKey>> fits) {
        SuiteJson.write(folder, suite);
        Map<FitKey, FitSummary> finished = new LinkedHashMap<>();
        List<FitKey> missing = new ArrayList<>();
        FinishedFits wanted = new FinishedFits(folder);
        for (FitKey cell : suite.cells()) {
            wanted.finished(suite, cell).ifPresentOrElse(fit -> finished.put(cell, fit), () -> missing.add(cell));
        }
        listener.planned(suite, suite.cells(), finished);
        fits.accept(suite, missing);
    }
}
