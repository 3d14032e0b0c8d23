package org.dalescope.model.suite.results;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.Finding;
import org.dalescope.model.run.store.HistoryCsv;
import org.dalescope.model.run.store.RivalsJson;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunStatus;
import org.dalescope.model.run.store.ScoresJson;
import org.dalescope.model.scoring.ComparedScores.Values;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.scoring.rival.RivalScores;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationJson;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteRecord;
import org.dalescope.model.training.EpochRecord;

/**
 * A summary of one finished fit of a suite, with the results that the comparison of the arms needs.
 *
 * @param compared scores that are compared with those of the rivals
 * @param rivals scores of the simplest rivals on the same trials; empty for fits of earlier versions
 * @param parametersSha256 hash of {@code parameters.npz}; two fits with the same hash have the same parameters
 */
public record FitSummary(
        FitKey cell,
        List<Score> scores,
        Values compared,
        List<RivalScores> rivals,
        ScoresJson.Health health,
        List<EpochRecord> history,
        int bestEpoch,
        double seconds,
        List<Finding> warnings,
        String parametersSha256) {
    /** The share of the best score that counts as converged. */
    private static final double CONVERGED = 0.95;

    /** The fit in a folder; empty if it has not finished. */
    public static Optional<FitSummary> read(SuiteFolder suite, FitKey cell) {
        RunFolder run = suite.run(cell);
        if (!isFinished(run)) {
            return Optional.empty();
        }
        RunDescription description = RunDescription.read(run);
        return Optional.of(new FitSummary(
                cell,
                ScoresJson.read(run),
                ScoresJson.readCompared(run),
                RivalsJson.read(run),
                ScoresJson.readHealth(run),
                HistoryCsv.read(run),
                description.bestEpoch(),
                description.seconds(),
                description.warnings(),
                SessionFiles.sha256(run.parametersNpz())));
    }

    /** Returns true if a run folder holds a finished fit. */
    static boolean isFinished(RunFolder run) {
        if (!Files.isRegularFile(run.runJson()) || !Files.isRegularFile(run.scoresJson())) {
            return false;
        }
        RunStatus status = RunDescription.read(run).status();
        return status == RunStatus.FINISHED || status == RunStatus.EARLY_STOPPED;
    }

    /** Returns true if a run folder belongs to exactly this fit. */
    public static boolean isOf(RunFolder run, SuiteRecord.SessionNote session, Configuration configuration, long seed) {
        RunDescription description = RunDescription.read(run);
        return description.sessionSha256().equals(session.sha256())
                && description.seed() == seed
                && ConfigurationJson.read(run.configJson(), Configuration.defaults())
                        .equals(configuration);
    }

    /** The score of a kind. */
    public Score score(ScoreKind kind) {
        return scores.stream().filter(score -> score.kind() == kind).findFirst().orElseThrow();
    }

    /** The history row of the epoch whose parameters were selected. */
    public EpochRecord best() {
        return history.stream()
                .filter(record -> record.epoch() == bestEpoch)
                .findFirst()
                .orElse(history.getLast());
    }

    /** The first epoch whose validation score reaches 95 % of the best one. */
    public int convergedEpoch() {
        double wanted = CONVERGED * best().validationPsthR();
        return history.stream()
                .filter(record -> record.validationPsthR() >= wanted)
                .mapToInt(EpochRecord::epoch)
                .findFirst()
                .orElse(bestEpoch);
    }

    /** Seconds of training until {@link #convergedEpoch}. */
    public double convergedSeconds() {
        int epoch = convergedEpoch();
        return history.stream()
                        .filter(record -> record.epoch() <= epoch)
                        .mapToDouble(EpochRecord::ms)
                        .sum()
                / 1000;
    }
}
