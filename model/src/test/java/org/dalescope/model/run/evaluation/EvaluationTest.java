package org.dalescope.model.run.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.network.ReadOut;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.scoring.ReadOutScore;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.scoring.Scoring;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Partition;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;
import org.dalescope.model.training.Trainer;
import org.dalescope.model.training.Validation;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private final Session session = SmallSessions.small();

    private FittedNetwork member(long seed, String... settings) {
        Configuration configuration = Configuration.defaults();
        for (int i = 0; i < settings.length; i += 2) {
            configuration = configuration.with(settings[i], settings[i + 1]);
        }
        Fit fit = Fit.of(session, Fit.defaultSplit(session, configuration), configuration, seed);
        try (RecurrentEngine engine = new FusedEngine(1)) {
            return new FittedNetwork(
                    fit,
                    fit.parameterisation()
                            .network(new Trainer(fit, engine).start().bestRaw()));
        }
    }

    /** Rates averaged here, number by number, and scored as one network's are. */
    @Test
    void anEnsembleScoresTheAverageOfItsRates() {
        List<FittedNetwork> members = List.of(member(3), member(8), member(21));
        int[] trials = members.getFirst().fit().split().trials(Partition.VALIDATION);
        try (RecurrentEngine engine = new FusedEngine(1)) {
            float[][] each = members.stream()
                    .map(m -> engine.rates(m.network(), Batch.of(session, trials), Validation.noise(m.fit())))
                    .toArray(float[][]::new);
            float[] mean = new float[each[0].length];
            for (int i = 0; i < mean.length; i++) {
                mean[i] = (each[0][i] + each[1][i] + each[2][i]) / 3;
            }
            Fit fit = members.getFirst().fit();
            Scoring scoring = new Scoring(session, fit.mask(), fit.split().train());
            ModelRates rates = new ModelRates(members.getFirst().network().units(), trials, session.bins(), mean);
            Evaluation ensemble = Evaluation.of(members, Partition.VALIDATION, engine);
            for (ScoreKind kind : ScoreKind.values()) {
                assertEquals(
                        scoring.score(kind, rates).value(), ensemble.score(kind).value(), 1e-6, kind.key());
            }
            assertEquals(List.of(3L, 8L, 21L), ensemble.noiseSeeds());
        }
    }

    /** 1 - residual / total sum of squares on valid bins, by loops; of two networks that of the mean of their read-outs. */
    @Test
    void theReadOutIsScoredOnValidBins() {
        List<FittedNetwork> members =
                List.of(member(3, "loss.output.weight", "1"), member(8, "loss.output.weight", "1"));
        int[] trials = members.getFirst().fit().split().trials(Partition.VALIDATION);
        try (RecurrentEngine engine = new FusedEngine(1)) {
            for (List<FittedNetwork> chosen : List.of(members.subList(0, 1), members)) {
                List<ReadOutScore> scores =
                        Evaluation.of(chosen, Partition.VALIDATION, engine).readOuts();
                assertEquals(
                        List.of("eye_x", "eye_y"),
                        scores.stream().map(ReadOutScore::target).toList());
                for (int target = 0; target < 2; target++) {
                    assertEquals(
                            plainR2(chosen, trials, target, engine),
                            scores.get(target).r2(),
                            1e-9);
                }
            }
            assertEquals(
                    List.of(),
                    Evaluation.of(List.of(members.getFirst(), member(1)), Partition.VALIDATION, engine)
                            .readOuts());
        }
    }

    private double plainR2(List<FittedNetwork> members, int[] trials, int target, RecurrentEngine engine) {
        List<float[]> rates = members.stream()
                .map(m -> engine.rates(m.network(), Batch.of(session, trials), Validation.noise(m.fit())))
                .toList();
        double n = 0;
        double sum = 0;
        double squares = 0;
        double residual = 0;
        for (int row = 0; row < trials.length * session.bins(); row++) {
            int trial = session.positions(trials)[row / session.bins()];
            int bin = row % session.bins();
            double t = session.inputs()[(trial * session.bins() + bin) * 9 + 7 + target];
            double y = 0;
            for (int m = 0; m < members.size(); m++) {
                ReadOut readOut = members.get(m).network().readOut().orElseThrow();
                y += readOut.bias()[target] / members.size();
                for (int unit = 0; unit < 10; unit++) {
                    y += readOut.weights()[target * 10 + unit] * rates.get(m)[row * 10 + unit] / members.size();
                }
            }
            if (members.getFirst().fit().mask().isValid(trial, bin)) {
                n++;
                sum += t;
                squares += t * t;
                residual += (t - y) * (t - y);
            }
        }
        return 1 - residual / (squares - sum * sum / n);
    }

    @Test
    void networksOfOtherTrialsOrBinsAreNotAveraged() {
        FittedNetwork member = member(1);
        Stream.of(member(1, "data.split_seed", "7"), member(1, "data.mask_origin", "time-zero"))
                .forEach(other -> {
                    InputError refusal =
                            assertThrows(InputError.class, () -> Evaluation.checkComparable(List.of(member, other)));
                    assertTrue(refusal.sentence().startsWith("The runs "), refusal.sentence());
                });
    }
}
