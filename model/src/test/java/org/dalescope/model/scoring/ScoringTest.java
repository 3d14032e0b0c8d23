package org.dalescope.model.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.TimeAxis;
import org.dalescope.model.settings.Configuration;
import org.junit.jupiter.api.Test;

/** Scores of rates made by formulas, against the figures that NumPy printed for the same formulas. */
class ScoringTest {
    private static final int TRIALS = 30;
    private static final int BINS = 16;
    private static final int NEURONS = 3;
    static final int[] TRAIN = IntStream.range(0, 15).toArray();
    static final int[] VALIDATION = IntStream.range(15, 30).toArray();

    static Session session() {
        float[] rates = new float[TRIALS * BINS * NEURONS];
        for (int i = 0; i < rates.length; i++) {
            int n = i % NEURONS;
            int b = i / NEURONS % BINS;
            int t = i / NEURONS / BINS;
            rates[i] = (float) (40 * Math.floor(3 * Math.abs(Math.sin(0.9 * t + 0.5 * b * (n + 1) + n))));
        }
        return new Session(
                "formula",
                new SessionSource(Path.of("formula"), "test", ""),
                new TimeAxis(25, 12.5, BINS, "start"),
                List.of(
                        new Neuron(7, NeuronType.INHIBITORY, ""),
                        new Neuron(3, NeuronType.EXCITATORY, ""),
                        new Neuron(5, NeuronType.EXCITATORY, "")),
                List.of(Channel.event("none")),
                List.of(),
                IntStream.range(0, TRIALS).toArray(),
                IntStream.range(0, TRIALS).mapToDouble(t -> 25.0 * (10 + t % 8)).toArray(),
                rates,
                new float[TRIALS * BINS]);
    }

    /** The model's rates, laid out by unit: neurons 0, 1, 2 are fitted by units 3, 0 and 1 of four. */
    static ModelRates model() {
        UnitMap units = UnitMap.of(
                session().neurons(),
                Configuration.defaults().with("network.ei_ratio", "3").network());
        assertEquals(4, units.units());
        float[] rates = new float[VALIDATION.length * BINS * 4];
        for (int i = 0; i < VALIDATION.length; i++) {
            for (int b = 0; b < BINS; b++) {
                for (int n = 0; n < NEURONS; n++) {
                    double rate = 5 + 2 * Math.sin(0.3 * b + n) + 0.1 * VALIDATION[i] + Math.cos(0.5 * b * (n + 1));
                    rates[(i * BINS + b) * 4 + units.recordedUnit()[n]] = (float) rate;
                }
            }
        }
        return new ModelRates(units, VALIDATION, BINS, rates);
    }

    private static Score score(ScoreKind kind) {
        Session session = session();
        return new Scoring(session, session.mask(MaskOrigin.ARRAY_START), TRAIN).score(kind, model());
    }

    @Test
    void theMaskedScoreIsNumpys() {
        Score score = score(ScoreKind.PSTH_R);
        assertEquals(-0.3379126431088845, score.value(), 1e-6);
        assertEquals(-0.08754038128869736, score.perNeuron().getOrDefault(7, Double.NaN), 1e-6);
        assertEquals(-0.08754038128869736, score.i(), 1e-6);
        assertEquals((-0.18824655387159828 - 0.7379509941663579) / 2, score.e(), 1e-6);
        assertEquals(0.29629430738798973, score.ceilingTrainingPsth(), 1e-6);
        assertEquals(0.3717497252740525, score.standardError(), 1e-6);
    }

    @Test
    void theRawScoreIsNumpys() {
        Score score = score(ScoreKind.PSTH_R_RAW);
        assertEquals(-0.18015495769838666, score.value(), 1e-6);
        assertEquals(0.6032523088518896, score.ceilingTrainingPsth(), 1e-6);
    }

    @Test
    void theDataScoreOneAgainstThemselves() {
        Session session = session();
        UnitMap units = new UnitMap(2, 1, new int[] {7, 3, 5}, new int[] {0, 1, 2});
        float[] own = java.util.Arrays.copyOfRange(session.rates(), 15 * BINS * NEURONS, 30 * BINS * NEURONS);
        Scoring scoring = new Scoring(session, session.mask(MaskOrigin.ARRAY_START), TRAIN);
        Score score = scoring.score(ScoreKind.PSTH_R, new ModelRates(units, VALIDATION, BINS, own));
        assertEquals(1, score.value(), 1e-12);
        assertEquals(0, score.standardError(), 1e-9);
    }

    /** Identical trials have a reliability of 1; trials of independent noise one near 0. */
    @Test
    void splitHalfReliabilityKnowsSignalFromNoise() {
        Session session = session();
        int perTrial = BINS * NEURONS;
        float[] repeated = new float[session.rates().length];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = session.rates()[i % perTrial];
        }
        var mask = session.mask(MaskOrigin.ARRAY_START);
        Session same = org.dalescope.model.SmallSessions.withRates(session, repeated);
        assertEquals(
                1, SplitHalf.of(same, mask, VALIDATION, ScoreKind.PSTH_R_RAW).ceiling(0), 1e-9);
        var random = new org.dalescope.model.math.random.CounterRandom(4);
        float[] noise = new float[repeated.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.uniform(i) < 0.3 ? 40 : 0;
        }
        Session noisy = org.dalescope.model.SmallSessions.withRates(session, noise);
        SplitHalf half = SplitHalf.of(noisy, mask, VALIDATION, ScoreKind.PSTH_R_RAW);
        assertTrue(half.reliability()[0] < 0.6, () -> "reliability of noise " + half.reliability()[0]);
    }
}
