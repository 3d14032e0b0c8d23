package org.dalescope.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.dalescope.model.Refusal;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.configuration.Configuration;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.FusedEngine;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.run.Evaluation.Member;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.scoring.ScoredRates;
import org.dalescope.model.scoring.Scoring;
import org.dalescope.model.session.Session;
import org.dalescope.model.split.Partition;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.Trainer;
import org.dalescope.model.training.Validation;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private final Session session = SmallSessions.small();

    private Member member(long seed, String... settings) {
        Configuration configuration = Configuration.defaults();
        for (int i = 0; i < settings.length; i += 2) {
            configuration = configuration.with(settings[i], settings[i + 1]);
        }
        Fit fit = Fit.of(session, Fit.defaultSplit(session, configuration), configuration, seed);
        try (RecurrentEngine engine = new FusedEngine(1)) {
            return new Member(
                    fit,
                    fit.parameterisation()
                            .network(new Trainer(fit, engine).start().bestRaw()));
        }
    }

    /** Rates averaged here, number by number, and scored as one network's are. */
    @Test
    void anEnsembleScoresTheAverageOfItsRates() {
        List<Member> members = List.of(member(3), member(8), member(21));
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
            ScoredRates rates = new ScoredRates(members.getFirst().network().units(), trials, session.bins(), mean);
            Evaluation ensemble = Evaluation.of(members, Partition.VALIDATION, engine);
            for (ScoreKind kind : ScoreKind.values()) {
                assertEquals(
                        scoring.score(kind, rates).value(), ensemble.score(kind).value(), 1e-6, kind.key());
            }
            assertEquals(List.of(3L, 8L, 21L), ensemble.noiseSeeds());
        }
    }

    @Test
    void networksOfOtherTrialsOrBinsAreNotAveraged() {
        Member member = member(1);
        Stream.of(member(1, "data.split_seed", "7"), member(1, "data.mask_origin", "time-zero"))
                .forEach(other -> {
                    Refusal refusal =
                            assertThrows(Refusal.class, () -> Evaluation.checkComparable(List.of(member, other)));
                    assertTrue(refusal.sentence().startsWith("The runs "), refusal.sentence());
                });
    }
}
