package org.dalescope.model.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.dalescope.model.Refusal;
import org.dalescope.model.StorageFailure;
import org.dalescope.model.array.WholeFile;
import org.dalescope.model.engine.EngineRequest;
import org.dalescope.model.engine.Engines;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.experiment.SuiteRecord.LeftOut;
import org.dalescope.model.experiment.SuiteRecord.SessionNote;
import org.dalescope.model.run.FitRun;
import org.dalescope.model.run.RunLock;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitMemory;
import org.dalescope.model.training.StopSignal;
import org.dalescope.model.training.Trainer;

/**
 * Runs a suite into its folder. Stopped or killed at any point, the same order goes on: finished fits are not repeated,
 * unfinished ones resume, broken ones are made anew.
 */
public final class SuiteRun {
    private final SuiteRequest request;
    private final SuitePlace place;
    private final SuiteFolder folder;
    private final SuiteListener listener;
    private final StopSignal stop;
    private SuiteRecord suite;

    private SuiteRun(SuiteRequest request, SuitePlace place, SuiteListener listener, StopSignal stop) {
        this.request = request;
        this.place = place;
        this.folder = new SuiteFolder(request.out());
        this.listener = listener;
        this.stop = stop;
        this.suite = new SuiteRecord(
                FitRun.VERSION,
                request.plan(),
                request.sessions().stream().map(SessionNote::of).toList(),
                List.of(),
                request.command());
    }

    /**
     * Runs every fit that is missing and compares.
     *
     * @param engines told for each fit; a suite stays on the kind that its first fit gets
     * @throws Refusal where the folder is another suite's, or an arm cannot be fitted to a session
     */
    public static SuiteResults run(
            SuiteRequest request, Engines.Source engines, StopSignal stop, SuiteListener listener) {
        return run(request, engines, new SuitePlace.Here(), stop, listener);
    }

    /**
     * The same with the fits elsewhere.
     *
     * @param engines for what is done here: on a cluster the check of the arms and the scores of networks taken together
     */
    public static SuiteResults run(
            SuiteRequest request, Engines.Source engines, SuitePlace place, StopSignal stop, SuiteListener listener) {
        SuiteRun run = new SuiteRun(request, place, listener, stop);
        run.checkFolder();
        Fit first = fit(
                request.plan().base(),
                request.sessions().getFirst(),
                request.plan().seeds().getFirst());
        try (RecurrentEngine engine = engines.open(first.workload(), EngineRequest.Kind.AUTO, listener::note)) {
            run.checkArms(engine);
            WholeFile.folder(request.out());
            try (RunLock lock = RunLock.take(request.out())) {
                lock.warning().ifPresent(listener::note);
                WholeFile.sweep(request.out());
                return run.all(engines, engine);
            }
        }
    }

    private void checkFolder() {
        Path out = request.out();
        if (SuiteFolder.isSuite(out)) {
            suite.differsFrom(SuiteJson.read(folder)).ifPresent(difference -> {
                throw new Refusal(out + " holds another suite: " + difference + ". Give another --out.");
            });
        } else if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new Refusal(out + " is a file: --out takes a folder to make.");
        } else if (Files.isDirectory(out) && !isEmpty(out)) {
            throw new Refusal(out + " holds other files: a suite needs a folder of its own, give another --out.");
        }
    }

    /**
     * What an arm would be refused for is said before the first fit and not after hours: a refused base ends the suite,
     * another arm is left out.
     */
    private void checkArms(RecurrentEngine engine) {
        List<LeftOut> leftOut = new ArrayList<>();
        for (SuiteSession session : request.sessions()) {
            for (Arm arm : request.plan().arms()) {
                refusal(arm, session, engine).ifPresent(refusal -> {
                    String sentence = "Arm '" + arm.name() + "' cannot be fitted to "
                            + session.session().name() + ": " + refusal.sentence();
                    if (arm.isBase()) {
                        throw new Refusal(sentence, refusal);
                    }
                    leftOut.add(new LeftOut(session.folder(), arm.name(), refusal.sentence()));
                    listener.note(sentence);
                });
            }
        }
        if (leftOut.size() == request.sessions().size() * (request.plan().arms().size() - 1)) {
            throw new Refusal(
                    "None of the arms can be fitted: " + leftOut.getFirst().reason());
        }
        suite = suite.without(leftOut);
    }

    private Optional<Refusal> refusal(Arm arm, SuiteSession session, RecurrentEngine engine) {
        try {
            Fit fit = fit(arm, session, request.plan().seeds().getFirst());
            new Trainer(fit, engine).start();
            requireRoom(fit, engine);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    /** On a cluster every fit has a machine of its own. */
    private void requireRoom(Fit fit, RecurrentEngine engine) {
        if (place instanceof SuitePlace.Here) {
            int fits = request.parallel();
            FitMemory.of(fit, engine)
                    .atOnce(fits)
                    .require("A suite with " + fits + (fits == 1 ? " fit" : " fits") + " at once", "lower --parallel");
        }
    }

    static Fit fit(Arm arm, SuiteSession session, long seed) {
        return Fit.of(session.session(), session.split(), arm.configuration(), seed);
    }

    /** A lock and a file that is not whole, left by a suite that was killed before it wrote anything, do not count. */
    private static boolean isEmpty(Path out) {
        try (var inside = Files.list(out)) {
            return inside.allMatch(file -> file.endsWith(".lock") || WholeFile.isPart(file));
        } catch (IOException e) {
            throw new StorageFailure(out + " cannot be read: check its permissions.", e);
        }
    }

    private SuiteResults all(Engines.Source engines, RecurrentEngine engine) {
        BiConsumer<SuiteRecord, List<Cell>> fits = fits(engines, engine);
        runMissing(fits);
        for (Combination combination : suite.plan().combinations()) {
            if (!stop.isRaised() && combine(combination)) {
                runMissing(fits);
            }
        }
        Ensembles.write(folder, SuiteResults.read(folder), request.sessions(), engine);
        SuiteResults results = SuiteResults.read(folder);
        ComparisonFiles.write(folder, results);
        return results;
    }

    private BiConsumer<SuiteRecord, List<Cell>> fits(Engines.Source engines, RecurrentEngine engine) {
        return switch (place) {
            case SuitePlace.Here _ -> {
                EngineRequest.Kind kind = Engines.kindOf(engine.description());
                FailureLog failures = new FailureLog.OneFile(folder);
                yield new SuiteFits(request, folder, engines, kind, failures, stop, listener)::run;
            }
            case SuitePlace.Cluster cluster -> new SlurmFits(folder, cluster, stop, listener)::run;
        };
    }

    /** Makes an arm of the winners, where there are enough of them. */
    private boolean combine(Combination combination) {
        SuiteResults results = SuiteResults.read(folder);
        Optional<Arm> winners = Winners.combine(combination, suite.plan().arms(), Comparison.of(results));
        winners.ifPresent(arm -> suite = suite.withPlan(suite.plan().resolved(combination, arm)));
        return winners.isPresent();
    }

    private void runMissing(BiConsumer<SuiteRecord, List<Cell>> fits) {
        SuiteJson.write(folder, suite);
        Map<Cell, FitSummary> finished = new LinkedHashMap<>();
        List<Cell> missing = new ArrayList<>();
        WantedFits wanted = new WantedFits(folder);
        for (Cell cell : suite.cells()) {
            wanted.finished(suite, cell).ifPresentOrElse(fit -> finished.put(cell, fit), () -> missing.add(cell));
        }
        listener.planned(suite, suite.cells(), finished);
        fits.accept(suite, missing);
    }
}
