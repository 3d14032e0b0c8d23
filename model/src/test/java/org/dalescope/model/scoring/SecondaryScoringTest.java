package org.dalescope.model.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.FormulaSession;
import org.dalescope.model.ShuffledSession;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.Session;
import org.junit.jupiter.api.Test;

/**
 * Measures of the rates of {@link ScoringTest}, against what NumPy 1.24 and SciPy 1.10 printed for the same formulas (plain
 * loops; matching by scipy.optimize.linear_sum_assignment).
 */
class SecondaryScoringTest {
    private final Session session = ScoringTest.session();
    private final Mask mask = session.mask(MaskOrigin.ARRAY_START);

    private SecondaryScore measure(SecondaryScoreKind kind) {
        return new SecondaryScoring(session, mask, ScoringTest.TRAIN, ScoringTest.model())
                .measures(Map.of()).stream()
                        .filter(m -> m.kind() == kind)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void r2IsNumpys() {
        SecondaryScore pooled = measure(SecondaryScoreKind.PSTH_R2_POOLED);
        assertEquals(-205.03466164419612, pooled.value(), 1e-4);
        assertEquals(346.50464006845107, pooled.standardError(), 1e-3);
        assertEquals(-83.67263976, pooled.perNeuron().getOrDefault(7, Double.NaN), 1e-4);
        SecondaryScore median = measure(SecondaryScoreKind.PSTH_R2_MEDIAN);
        assertEquals(-547.2685919769731, median.value(), 1e-3);
        assertEquals(-83.67263976, median.i(), 1e-4);
        assertEquals((-824.39163441 - 547.26859198) / 2, median.e(), 1e-3);
    }

    /** Reliabilities 0.25, 0.36 and 0.81 are what R2 can reach. */
    @Test
    void theCeilingOfR2IsTheReliability() {
        SecondaryScore median = new SecondaryScoring(session, mask, ScoringTest.TRAIN, ScoringTest.model())
                .measures(Map.of(7, 0.5, 3, 0.6, 5, 0.9))
                .get(1);
        assertEquals(0.36, median.ceilingSplitHalf(), 1e-12);
    }

    @Test
    void bitsPerSpikeAreNumpys() {
        SecondaryScore bits = measure(SecondaryScoreKind.BITS_PER_SPIKE);
        assertEquals(-1.6222416520222922, bits.value(), 1e-6);
        assertEquals(-1.5033540894436577, bits.i(), 1e-6);
        assertEquals(-1.6821426931676813, bits.e(), 1e-6);
        assertEquals(0.034196869716178274, bits.standardError(), 1e-6);
    }

    /** A model of the mean rate scores 0 bits, by definition. */
    @Test
    void theMeanRateScoresNoBits() {
        int[] positions = IntStream.range(15, 30).toArray();
        double[] mean = new double[3];
        long bins = 0;
        for (int trial : positions) {
            for (int bin = 0; bin < session.bins(); bin++) {
                if (mask.isValid(trial, bin)) {
                    bins++;
                    for (int neuron = 0; neuron < 3; neuron++) {
                        mean[neuron] += session.rate(trial, bin, neuron);
                    }
                }
            }
        }
        double count = bins;
        PoissonBits bits = PoissonBits.of(session, mask, positions, bin -> true, (i, bin, n) -> mean[n] / count);
        assertEquals(0, bits.pooled(-1, n -> true), 1e-12);
    }

    @Test
    void matchingIsScipys() {
        TrialMatchScore match = TrialMatchScore.of(session, mask, ScoringTest.model(), n -> true);
        assertEquals(0.12718098099704636, match.modelWithData()[0][1], 1e-6);
        assertEquals(0.20272488199400787, match.modelWithData()[3][7], 1e-6);
        int[] partners = match.partners();
        double mean = IntStream.range(0, 15)
                .mapToDouble(i -> match.modelWithData()[i][partners[i]])
                .average()
                .orElseThrow();
        assertEquals(0.3100156550169458, mean, 1e-6);
    }

    /** Where the model is the data, model trials resemble data trials exactly as data trials do. */
    @Test
    void theDataMatchThemselves() {
        UnitMap units = new UnitMap(2, 1, new int[] {7, 3, 5}, new int[] {0, 1, 2});
        float[] own = java.util.Arrays.copyOfRange(session.rates(), 15 * 16 * 3, 30 * 16 * 3);
        ModelRates rates = new ModelRates(units, ScoringTest.VALIDATION, 16, own);
        for (SecondaryScore m : new SecondaryScoring(session, mask, ScoringTest.TRAIN, rates).measures(Map.of())) {
            if (m.kind() != SecondaryScoreKind.BITS_PER_SPIKE) {
                assertEquals(1, m.value(), 1e-12, m.kind().key());
                assertEquals(0, m.standardError(), 1e-9, m.kind().key());
            }
        }
    }

    /** Conditions and bins one after the other; a factor of two levels, all 30 trials scored. */
    @Test
    void theConditionScoreIsNumpys() {
        Session alternating = withFactor(session, t -> t % 2);
        float[] rates = new float[30 * 16 * 3];
        for (int i = 0; i < rates.length; i++) {
            int n = i % 3;
            int b = i / 3 % 16;
            int t = i / 48;
            rates[i] =
                    (float) (5 + 2 * Math.sin(0.3 * b + n) + 0.1 * t + Math.cos(0.5 * b * (n + 1)) + t % 2 * b * 0.1);
        }
        UnitMap units = new UnitMap(2, 1, new int[] {7, 3, 5}, new int[] {0, 1, 2});
        ModelRates model = new ModelRates(units, IntStream.range(0, 30).toArray(), 16, rates);
        Score score = new Scoring(alternating, mask, ScoringTest.TRAIN).score(ScoreKind.CONDITION_PSTH_R, model);
        assertEquals(-0.2039870151576867, score.value(), 1e-6);
        assertEquals(-0.16260743532809718, score.median(), 1e-6);
        assertEquals(0.3776925397211446, score.standardError(), 1e-6);
        assertEquals(0.6216659877516041, score.ceilingTrainingPsth(), 1e-6);
    }

    /** What repeats exactly within its condition is perfectly reliable. */
    @Test
    void repeatedConditionsAreReliable() {
        float[] repeated = session.rates().clone();
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = session.rates()[i % 96];
        }
        Session same = withFactor(org.dalescope.model.SmallSessions.withRates(session, repeated), t -> t % 2);
        ModelRates model = ScoringTest.model();
        Score score = new Scoring(same, Mask.all(30, 16), ScoringTest.TRAIN)
                .score(ScoreKind.CONDITION_PSTH_R, withIds(model));
        assertEquals(1, score.ceilingSplitHalf(), 1e-9);
    }

    private static ModelRates withIds(ModelRates model) {
        float[] twice = java.util.Arrays.copyOf(model.rates(), model.rates().length * 2);
        System.arraycopy(model.rates(), 0, twice, model.rates().length, model.rates().length);
        return new ModelRates(model.units(), IntStream.range(0, 30).toArray(), 16, twice);
    }

    /** A part that is everything scores what the whole scores; thirds share the bins among them. */
    @Test
    void partsAreScoredAsTheWhole() {
        SecondaryScoring measuring = new SecondaryScoring(session, mask, ScoringTest.TRAIN, ScoringTest.model());
        List<PartScore> parts = measuring.parts();
        assertEquals("all trials", parts.getFirst().name());
        assertEquals(-0.3379126431088845, parts.getFirst().r(), 1e-6);
        assertEquals(0.3717497252740525, parts.getFirst().standardError(), 1e-6);
        assertEquals(-1.6222416520222922, parts.getFirst().bitsPerSpike(), 1e-6);
        assertEquals(
                parts.getFirst().bins(),
                parts.stream()
                        .filter(p -> p.name().endsWith("third"))
                        .mapToInt(PartScore::bins)
                        .sum());
        PartScore before = parts.stream()
                .filter(p -> p.name().startsWith("before"))
                .findFirst()
                .orElseThrow();
        assertEquals(0, before.bins());
        assertTrue(Double.isNaN(before.r()) && Double.isNaN(before.bitsPerSpike()));
    }

    /** The order of trials and neurons in the file changes nothing, id by id. */
    @Test
    void scoresDoNotDependOnTheOrderInTheFile() {
        Session formula = FormulaSession.session();
        Mask valid = formula.mask(MaskOrigin.ARRAY_START);
        ModelRates rates = ShuffledSession.formulaRates();
        ShuffledSession shuffled = ShuffledSession.of(formula, valid, rates);
        assertFalse(formula.neurons().equals(shuffled.session().neurons()));
        int[] train = IntStream.range(100, 130).toArray();
        List<SecondaryScore> plain = new SecondaryScoring(formula, valid, train, rates).measures(Map.of());
        List<SecondaryScore> mixed =
                new SecondaryScoring(shuffled.session(), shuffled.mask(), train, shuffled.rates()).measures(Map.of());
        for (int i = 0; i < plain.size(); i++) {
            String key = plain.get(i).kind().key();
            assertEquals(plain.get(i).value(), mixed.get(i).value(), 1e-9, key);
            assertEquals(plain.get(i).e(), mixed.get(i).e(), 1e-9, key);
            assertEquals(plain.get(i).standardError(), mixed.get(i).standardError(), 1e-9, key);
            same(plain.get(i).perNeuron(), mixed.get(i).perNeuron());
        }
        Score one = new Scoring(formula, valid, train).score(ScoreKind.CONDITION_PSTH_R, rates);
        Score other = new Scoring(shuffled.session(), shuffled.mask(), train)
                .score(ScoreKind.CONDITION_PSTH_R, shuffled.rates());
        same(one.perNeuron(), other.perNeuron());
        assertEquals(one.standardError(), other.standardError(), 1e-9);
        assertEquals(one.ceilingTrainingPsth(), other.ceilingTrainingPsth(), 1e-9);
    }

    private static void same(Map<Integer, Double> a, Map<Integer, Double> b) {
        assertEquals(a.keySet(), b.keySet());
        a.forEach((id, value) -> assertEquals(value, b.getOrDefault(id, Double.NaN), 1e-9, "neuron " + id));
    }

    private static Session withFactor(Session session, java.util.function.IntToDoubleFunction level) {
        double[] values =
                IntStream.range(0, session.trials()).mapToDouble(level).toArray();
        return new Session(
                session.name(),
                session.source(),
                session.time(),
                session.neurons(),
                session.channels(),
                List.of(new Factor("side", Factor.Kind.CATEGORICAL, values, Double.NaN, Map.of())),
                session.trialIds(),
                session.durationMs(),
                session.rates(),
                session.inputs());
    }
}
