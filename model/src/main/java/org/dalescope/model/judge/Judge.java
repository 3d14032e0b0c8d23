package org.dalescope.model.judge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.dalescope.model.common.CancelledException;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.run.evaluation.SharedReferences;
import org.dalescope.model.run.execution.FitRequest;
import org.dalescope.model.run.execution.FitRun;
import org.dalescope.model.run.execution.StorageRetry;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunNetworks;
import org.dalescope.model.run.store.RunStatus;
import org.dalescope.model.run.store.TestPartitionOpening;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.scoring.rival.Rival;
import org.dalescope.model.scoring.rival.RivalPrediction;
import org.dalescope.model.scoring.rival.WorseThanConstant;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationJson;
import org.dalescope.model.training.EpochSnapshot;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.dalescope.model.training.FittedNetwork;
import org.dalescope.model.training.Trainer.Ending;

/**
 * Judges a configuration on sealed trials: fits it once for each fold and seed, predicts the fold's sealed trials, and
 * scores the predictions next to those of the rivals. The fits are run folders inside the folder of the judgement; after
 * a stop, the same request continues.
 */
public final class Judge {
    /** The epochs after which the duration is estimated; the first ones are slower than the others. */
    private static final int MEASURED_EPOCHS = 6;

    private final JudgeRequest request;
    private final RecurrentEngine engine;
    private final FitControl stop;
    private final JudgeListener listener;
    private final TreeSet<Integer> worse = new TreeSet<>();
    private final SharedReferences references = new SharedReferences();
    private int started;
    private int undone;

    private Judge(JudgeRequest request, RecurrentEngine engine, FitControl stop, JudgeListener listener) {
        this.request = request;
        this.engine = engine;
        this.stop = stop;
        this.listener = listener;
    }

    /**
     * Judges.
     *
     * @throws InputError if the folder holds something else, or the configuration does not suit the session
     * @throws CancelledException if it was stopped; the same request continues it
     */
    public static Judgement run(JudgeRequest request, RecurrentEngine engine, FitControl stop, JudgeListener listener) {
        return new Judge(request, engine, stop, listener).judgement();
    }

    private Judgement judgement() {
        List<Split> splits = request.splits();
        AtomicFile.folder(request.out());
        List<FoldPredictions> folds = new ArrayList<>();
        int sealed = 0;
        for (int fold = 1; fold <= splits.size(); fold++) {
            folds.add(fold(fold, splits.get(fold - 1)));
            sealed += splits.get(fold - 1).test().length;
        }
        Fit fit =
                fit(splits.getFirst(), JudgedNetwork.CONFIGURED, request.seeds().getFirst());
        FoldMeans means = new FoldMeans(fit.session(), folds);
        String network = JudgedNetwork.CONFIGURED.key();
        List<JudgedScores> others = new ArrayList<>();
        for (JudgedNetwork other : request.networks()) {
            if (other != JudgedNetwork.CONFIGURED) {
                others.add(means.of(other.key(), other.label(), "The same network, refitted.", network));
            }
        }
        for (Rival rival : Rival.values()) {
            others.add(means.of(rival.key(), rival.label(), rival.definition(), network));
        }
        return new Judgement(
                request.session().name(),
                request.preset(),
                sealed,
                fit.session().neurons().size(),
                request.folds(),
                request.seeds(),
                means.of(network, JudgedNetwork.CONFIGURED.label(), "The configured network.", network),
                List.copyOf(others),
                List.copyOf(worse),
                undone,
                JudgeVerdict.of(others, List.copyOf(worse)),
                request.command());
    }

    private FoldPredictions fold(int fold, Split split) {
        FoldPredictions predictions = new FoldPredictions();
        Fit fit = fit(split, JudgedNetwork.CONFIGURED, request.seeds().getFirst());
        int[] sealed = fit.split().test();
        for (JudgedNetwork network : request.networks()) {
            List<ModelRates> rates = new ArrayList<>();
            for (long seed : request.seeds()) {
                rates.add(fitted(fold, split, network, seed).rates(sealed, engine));
            }
            ModelRates mean = ModelRates.mean(rates.stream());
            predictions.add(network.key(), fit.session(), fit.mask(), sealed, mean::rate, engine.workers());
            if (network == JudgedNetwork.CONFIGURED) {
                worse.addAll(WorseThanConstant.neurons(fit.session(), fit.mask(), mean, fit.trainingRates()));
            }
        }
        for (RivalPrediction rival :
                RivalPrediction.all(fit.session(), fit.mask(), fit.split(), sealed, engine.workers())) {
            predictions.add(rival.rival().key(), fit.session(), fit.mask(), sealed, rival.rates(), engine.workers());
        }
        return predictions;
    }

    private Fit fit(Split split, JudgedNetwork network, long seed) {
        return Fit.of(request.session(), split, network.configuration(request.configuration()), seed);
    }

    /** Fits a network, continues its fit, or reads it if it is finished. */
    private FittedNetwork fitted(int fold, Split split, JudgedNetwork network, long seed) {
        started++;
        Path folder = request.out().resolve("fold-" + fold).resolve(network.key() + "-seed-" + seed);
        FitRun run = open(folder, split, network, seed).sharing(references);
        listener.started(started, request.fits(), network, fold, seed);
        if (!isFinished(run.folder())) {
            Stopwatch watch = new Stopwatch();
            FitRun.Result result =
                    run.run(engine, stop, snapshot -> onEpoch(snapshot, watch), StorageRetry.saying(listener::note));
            if (result.ending() == Ending.STOPPED) {
                throw new CancelledException("The judgement was stopped: run the same command again to continue it.");
            }
        }
        undone += run.state().recovery().undone();
        TestPartitionOpening.log(run.folder(), request.command());
        return RunNetworks.read(run.folder(), run.fit());
    }

    private FitRun open(Path folder, Split split, JudgedNetwork network, long seed) {
        Configuration configuration = network.configuration(request.configuration());
        if (Files.notExists(folder)) {
            return FitRun.start(
                    new FitRequest(
                            request.session(), split, configuration, seed, request.preset(), folder, request.command()),
                    engine);
        }
        RunFolder run = RunFolder.existing(folder);
        Configuration there = ConfigurationJson.read(run.configJson(), Configuration.defaults());
        boolean same = there.equals(configuration)
                && RunDescription.read(run)
                        .split()
                        .split()
                        .hash()
                        .equals(fit(split, network, seed).split().hash());
        if (!same) {
            throw new InputError(request.out() + " holds another judgement (" + folder
                    + " differs in settings or trials): choose another --out.");
        }
        return FitRun.resume(run, request.session());
    }

    private static boolean isFinished(RunFolder run) {
        RunStatus status = RunDescription.read(run).status();
        return Files.isRegularFile(run.parametersNpz())
                && (status == RunStatus.FINISHED || status == RunStatus.EARLY_STOPPED);
    }

    private void onEpoch(EpochSnapshot snapshot, Stopwatch watch) {
        listener.epoch(snapshot);
        int epoch = snapshot.record().epoch();
        if (started == 1 && watch.isDue(epoch)) {
            listener.expected(watch.secondsPerEpoch() * snapshot.epochs() * request.fits());
        }
    }

    /** Measures the time per epoch once the first epochs, which are slower, are over. */
    private static final class Stopwatch {
        private int first = -1;
        private long since;
        private double perEpoch;

        boolean isDue(int epoch) {
            if (first < 0) {
                first = epoch;
                since = System.nanoTime();
                return false;
            }
            perEpoch = (System.nanoTime() - since) / 1e9 / (epoch - first);
            return epoch == first + MEASURED_EPOCHS;
        }

        double secondsPerEpoch() {
            return perEpoch;
        }
    }
}
