package org.dalescope.app.ui.run;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.dalescope.app.chart.TwoDecimals;
import org.dalescope.app.chart.fit.NeuronFit;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.scoring.CeilingShare;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.rival.RivalScores;
import org.dalescope.model.scoring.rival.ScoreDifference;
import org.dalescope.model.session.NeuronType;

/**
 * One number of a run as the window shows it above all views, with what it must be compared with.
 *
 * @param name what the number is
 * @param value the number, with its sign or interval
 * @param note what it is compared with
 * @param tone whether it is good or bad news
 */
public record ScoreTile(String name, String value, String note, Tone tone) {
    /** Whether a number is good or bad news. */
    public enum Tone {
        PLAIN,
        GOOD,
        BAD
    }

    /** The four tiles of a run: its score with the ceiling, the best rival, E neurons and I neurons. */
    public static List<ScoreTile> of(RunSnapshot run) {
        return List.of(
                score(run), rival(run), neurons(run, NeuronType.EXCITATORY), neurons(run, NeuronType.INHIBITORY));
    }

    private static ScoreTile score(RunSnapshot run) {
        double ceiling = run.ceilings().trainingPsth();
        double value = run.psthR();
        String error = run.score()
                .map(Score::standardError)
                .filter(Double::isFinite)
                .map(e -> " \u00b1 " + TwoDecimals.of(e))
                .orElse("");
        String share = run.hasShare() && !Double.isNaN(value)
                ? "%s of the training PSTH %s"
                        .formatted(TwoDecimals.of(CeilingShare.of(value, ceiling)), TwoDecimals.of(ceiling))
                : "training PSTH %s".formatted(TwoDecimals.of(ceiling));
        return new ScoreTile("psth_r", TwoDecimals.of(value) + error, share, Tone.PLAIN);
    }

    private static ScoreTile rival(RunSnapshot run) {
        Optional<RivalScores> best = run.rivals().stream()
                .filter(rival -> Double.isFinite(psthR(rival)))
                .max(Comparator.comparingDouble(ScoreTile::psthR));
        if (best.isEmpty()) {
            return new ScoreTile("best rival", "-", "not known for this run", Tone.PLAIN);
        }
        ScoreDifference ended = best.get().difference(ComparedScore.PSTH_R, NeuronGroup.ALL);
        double ahead = Double.isNaN(ended.value()) ? run.psthR() - psthR(best.get()) : ended.value();
        String note = Double.isNaN(ended.value()) || Double.isNaN(ended.standardError())
                ? "so far"
                : String.format(Locale.ROOT, "95 %%: %+.3f to %+.3f", ended.low(), ended.high());
        return new ScoreTile(
                "vs %s, %s".formatted(best.get().rival().label(), TwoDecimals.of(psthR(best.get()))),
                Double.isNaN(ahead) ? "-" : String.format(Locale.ROOT, "%+.3f", ahead),
                note,
                switch (ended.verdict()) {
                    case BETTER -> Tone.GOOD;
                    case WORSE -> Tone.BAD;
                    case NOT_DISTINGUISHABLE, NOT_DEFINED -> Tone.PLAIN;
                });
    }

    private static double psthR(RivalScores rival) {
        return rival.values().of(ComparedScore.PSTH_R, NeuronGroup.ALL);
    }

    /** The median R2 of a type, because a mean over neurons hangs on the one with the worst rate. */
    private static ScoreTile neurons(RunSnapshot run, NeuronType type) {
        List<NeuronFit> own =
                run.neurons().stream().filter(neuron -> neuron.type() == type).toList();
        if (own.isEmpty()) {
            return new ScoreTile(type.letter(), "-", "no %s neurons".formatted(type.letter()), Tone.PLAIN);
        }
        double r2 = Descriptive.median(defined(own, NeuronFit::r2));
        double r = Descriptive.mean(defined(own, NeuronFit::r));
        boolean isBad = r2 < 0;
        return new ScoreTile(
                "%s median R\u00b2".formatted(type.letter()),
                TwoDecimals.of(r2),
                isBad ? "worse than a constant rate" : "%s neurons, psth_r %s".formatted(own.size(), TwoDecimals.of(r)),
                isBad ? Tone.BAD : Tone.PLAIN);
    }

    private static double[] defined(List<NeuronFit> neurons, ToDoubleFunction<NeuronFit> value) {
        return neurons.stream().mapToDouble(value).filter(Double::isFinite).toArray();
    }
}
