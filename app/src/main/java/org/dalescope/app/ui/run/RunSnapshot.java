package org.dalescope.app.ui.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.app.chart.fit.NeuronFit;
import org.dalescope.app.chart.fit.RunFigures;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Lazy;
import org.dalescope.model.common.ShellQuoting;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.run.comparison.RunTitle;
import org.dalescope.model.run.evaluation.ScoreReferences;
import org.dalescope.model.run.execution.FitRun;
import org.dalescope.model.run.store.BestEpochViews;
import org.dalescope.model.run.store.EpochView;
import org.dalescope.model.run.store.EpochViews;
import org.dalescope.model.run.store.HistoryCsv;
import org.dalescope.model.run.store.RivalsJson;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunStatus;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.run.store.ScoresJson;
import org.dalescope.model.run.store.TauReferences;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.scoring.Scoring;
import org.dalescope.model.scoring.Scoring.Ceilings;
import org.dalescope.model.scoring.rival.Rival;
import org.dalescope.model.scoring.rival.RivalScores;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationJson;
import org.dalescope.model.settings.LearnedTau;
import org.dalescope.model.training.EpochRecord;
import org.dalescope.model.training.EpochSnapshot;
import org.dalescope.model.training.FitState;
import org.dalescope.model.training.Validation;

/**
 * An immutable snapshot of a run, live or finished, that all views draw.
 *
 * @param title what the run differs by: preset, changed settings and seed
 * @param trainTrials the number of training trials, which an epoch passes once
 * @param epochs the maximum number of epochs
 * @param bestEpoch the best epoch; 0 before the first
 * @param ceilings of psth_r on the validation trials
 * @param rivals the scores of the simplest rivals on the validation trials; with the network's advantage once the run
 *     has ended; empty for runs of earlier versions
 * @param score the score of the best epoch, once the run has ended
 * @param views the PSTHs of data and model by condition, and tau by epoch; the model's PSTHs are those of the newest
 *     epoch while the run is live, and of the best epoch afterwards
 * @param neuronFits how well each neuron is fitted, in the session's order; computed on the first use
 * @param kept the content of the views at the kept epochs
 * @param tauReferences what the time constants are compared with
 * @param chosen the earlier epoch that the user chose; empty for the newest epoch of a live run and the best epoch of
 *     another run
 */
public record RunSnapshot(
        RunFolder folder,
        String sessionName,
        String title,
        RunStatus status,
        LearnedTau learnedTau,
        int trainTrials,
        int epochs,
        List<EpochRecord> history,
        int bestEpoch,
        Ceilings ceilings,
        List<RivalScores> rivals,
        Optional<Score> score,
        RunViews views,
        Lazy<List<NeuronFit>> neuronFits,
        List<Finding> warnings,
        EpochViews kept,
        TauReferences tauReferences,
        Optional<Integer> chosen) {
    private static final double LEAST_CEILING = 0.05;

    /** How well each neuron is fitted, in the session's order. */
    public List<NeuronFit> neurons() {
        return neuronFits.get();
    }

    /** psth_r of the best epoch so far; NaN before the first epoch. */
    public double psthR() {
        return score.map(Score::value)
                .orElseGet(() -> best().map(EpochRecord::validationPsthR).orElse(Double.NaN));
    }

    /** Whether psth_r can be a share of the training PSTH's score: a share of a score close to 0 has no meaning. */
    public boolean hasShare() {
        return ceilings.trainingPsth() >= LEAST_CEILING;
    }

    /** The scores of a rival. */
    public Optional<RivalScores> rival(Rival rival) {
        return rivals.stream().filter(scores -> scores.rival() == rival).findFirst();
    }

    /** The command that writes the run's figures and their numbers again. */
    public String reportCommand() {
        return "dalescope report " + ShellQuoting.quoted(folder.folder().toString());
    }

    private static Ceilings ceilings(FitRun run, ScoreReferences references) {
        var fit = run.fit();
        return new Scoring(fit.session(), fit.mask(), fit.split().train())
                .ceilings(ScoreKind.PSTH_R, references.trialIds(), references.reliability(ScoreKind.PSTH_R));
    }

    /** A snapshot of a run before its first epoch. It computes the ceilings and the rivals, so it is not for the window's thread. */
    public static RunSnapshot before(FitRun run, WorkerThreads workers) {
        ScoreReferences references = run.references(workers);
        Ceilings ceilings = ceilings(run, references);
        FitState state = run.state();
        RunViews views = run.views().with(List.of(), state.tauMs());
        Configuration configuration = run.fit().configuration();
        return new RunSnapshot(
                run.folder(),
                run.fit().session().name(),
                RunTitle.of(configuration, run.preset(), run.fit().seed()),
                RunStatus.RUNNING,
                configuration.network().tau().learned(),
                run.fit().split().train().length,
                configuration.training().epochs(),
                state.history(),
                state.bestEpoch(),
                ceilings,
                RivalScores.alone(references.rivals()),
                Optional.empty(),
                views,
                Lazy.of(() -> NeuronFit.of(views, Map.of(), ceilings.perNeuron())),
                List.of(),
                run.epochs(),
                TauReferences.read(run.folder(), run.fit().session().source().file(), views.neuronIds()),
                Optional.empty());
    }

    /** The same run after another epoch. */
    public RunSnapshot after(EpochSnapshot snapshot, EpochViews newEpochs) {
        FitState state = snapshot.state();
        RunViews newest = views.with(BestEpochViews.conditions(snapshot.validation()), state.tauMs());
        double[] masked = snapshot.validation().psth(Validation.MASKED);
        return new RunSnapshot(
                folder,
                sessionName,
                title,
                status,
                learnedTau,
                trainTrials,
                epochs,
                state.history(),
                state.bestEpoch(),
                ceilings,
                rivals,
                Optional.empty(),
                newest,
                fits(newest, masked, ceilings),
                warnings,
                newEpochs,
                tauReferences,
                Optional.empty());
    }

    /** Reads a snapshot from a run's folder; this needs no session. */
    public static RunSnapshot read(RunFolder folder) {
        RunDescription description = RunDescription.read(folder);
        Configuration configuration = ConfigurationJson.read(folder.configJson(), Configuration.defaults());
        List<Score> scores = ScoresJson.read(folder);
        RunViews views = RunViews.read(folder);
        Ceilings ceilings = RunFigures.ceilings(scores);
        return new RunSnapshot(
                folder,
                description.sessionName(),
                RunTitle.of(configuration, description.preset(), description.seed()),
                description.status(),
                configuration.network().tau().learned(),
                description.split().train().length,
                configuration.training().epochs(),
                HistoryCsv.read(folder),
                description.bestEpoch(),
                ceilings,
                RivalsJson.read(folder),
                scores.stream().filter(s -> s.kind() == ScoreKind.PSTH_R).findFirst(),
                views,
                Lazy.of(() -> NeuronFit.of(views, RunFigures.perNeuron(scores), ceilings.perNeuron())),
                description.warnings(),
                EpochViews.read(folder),
                TauReferences.read(folder, Path.of(description.sessionPath()), views.neuronIds()),
                Optional.empty());
    }

    /**
     * The same run after an epoch: PSTHs, weights and single trials are those of the newest kept epoch up to it, and
     * the curves have a mark at the epoch.
     */
    public RunSnapshot at(int epoch) {
        int real = Math.clamp(epoch, 1, Math.max(1, history.size()));
        Optional<RunViews> then = kept.at(real)
                .filter(view -> !view.psths().isEmpty())
                .map(view -> views.with(view.modelPsths(), views.tauMs()));
        Lazy<List<NeuronFit>> fits =
                then.map(v -> fits(v, v.model().getFirst(), ceilings)).orElse(neuronFits);
        return new RunSnapshot(
                folder,
                sessionName,
                title,
                status,
                learnedTau,
                trainTrials,
                epochs,
                history,
                bestEpoch,
                ceilings,
                rivals,
                score,
                then.orElse(views),
                fits,
                warnings,
                kept,
                tauReferences,
                Optional.of(real));
    }

    /**
     * The content of the views: of the chosen epoch, otherwise of the newest epoch of a live run, otherwise of the best
     * epoch.
     */
    public Optional<EpochView> epochView() {
        return isLive() && chosen.isEmpty() ? kept.newest() : kept.at(chosen.orElse(bestEpoch));
    }

    public String name() {
        return String.valueOf(folder.folder().getFileName());
    }

    public boolean isLive() {
        return status == RunStatus.RUNNING;
    }

    /** The record of the best epoch. */
    public Optional<EpochRecord> best() {
        return history.stream().filter(e -> e.epoch() == bestEpoch).findFirst();
    }

    /** Static, so that a value that is not computed yet does not keep the previous snapshot in memory. */
    private static Lazy<List<NeuronFit>> fits(RunViews views, double[] psth, Ceilings ceilings) {
        return Lazy.of(() -> NeuronFit.of(views, perNeuron(views, psth), ceilings.perNeuron()));
    }

    private static Map<Integer, Double> perNeuron(RunViews views, double[] psth) {
        double[] r = views.correlation().perNeuron(psth);
        Map<Integer, Double> byId = new LinkedHashMap<>();
        for (int i = 0; i < r.length; i++) {
            byId.put(views.neuronIds()[i], r[i]);
        }
        return byId;
    }
}
