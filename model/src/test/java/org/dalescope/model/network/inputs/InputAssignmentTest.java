package org.dalescope.model.network.inputs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.ShuffledSession;
import org.dalescope.model.common.InputError;
import org.dalescope.model.network.Initialisation;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.Parameterisation;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.junit.jupiter.api.Test;

/** Rules of inputs on a session of 12 E and 3 I neurons whose targets appear at 300 ms. */
class InputAssignmentTest {
    private final Session session = SyntheticSession.of(new SyntheticSettings(12, 3, 120, 60, 25, 2, 11));

    private Fit fit(String... settings) {
        return fit(session, settings);
    }

    private static Fit fit(Session session, String... settings) {
        Configuration configuration = Configuration.defaults();
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            configuration = configuration.with(parts[0], parts[1]);
        }
        return Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 1);
    }

    private static int channel(Session session, String name) {
        return session.channels().stream().map(Channel::name).toList().indexOf(name);
    }

    private static UnitMap units(Fit fit) {
        return fit.parameterisation().spec().units();
    }

    @Test
    void withoutRulesEveryInputDrivesEveryUnit() {
        Fit fit = fit();
        assertFalse(fit.inputs().isRestricted());
        assertEquals(0, fit.parameterisation().spec().inputMask().ruledOut());
    }

    /** The weights of all delays of a channel that is ruled out are exactly 0, and those of the others are not. */
    @Test
    void weightsThatAreRuledOutAreZeroForEveryDelay() {
        Fit fit = fit("network.inputs.rules=go_signal=I, reward_on=none, eye_*=3 5-7");
        Parameterisation parameters = fit.parameterisation();
        Network network = parameters.network(Initialisation.of(parameters, fit.trainingRates(), 1));
        int channels = session.channels().size();
        UnitMap units = units(fit);
        for (int unit = 0; unit < network.size(); unit++) {
            int neuron = neuron(units, unit);
            for (int column = 0; column < network.channels(); column++) {
                String name = session.channels().get(column % channels).name();
                boolean driven =
                        switch (name) {
                            case "go_signal" -> units.isInhibitory(unit);
                            case "reward_on" -> false;
                            case "eye_x", "eye_y" -> neuron == 3 || (neuron >= 5 && neuron <= 7);
                            default -> true;
                        };
                assertEquals(driven, network.wIn()[unit * network.channels() + column] != 0, name + ", unit " + unit);
            }
        }
    }

    private static int neuron(UnitMap units, int unit) {
        for (int n = 0; n < units.recorded(); n++) {
            if (units.recordedUnit()[n] == unit) {
                return units.neuronIds()[n];
            }
        }
        return -1;
    }

    /** The receptive field is the place with the largest mean response from 50 to 250 ms after the target's onset. */
    @Test
    void theReceptiveFieldIsTheBestPlaceInTrainingTrials() {
        Fit fit = fit("network.inputs.rules=target_loc_*=field", "network.inputs.field_events=target_loc_*");
        ReceptiveFields fields = fit.inputs().fields().orElseThrow();
        double[] places = session.factor("location").orElseThrow().values();
        int[] training = session.positions(fit.split().train());
        UnitMap units = units(fit);
        for (int n = 0; n < session.neurons().size(); n++) {
            int unit = units.recordedUnit()[n];
            if (session.neurons().get(n).type() == NeuronType.INHIBITORY) {
                assertFalse(fields.fields().get(n).exists());
                for (int place = 1; place <= 4; place++) {
                    assertFalse(fit.inputs().drives(unit, channel(session, "target_loc_" + place)));
                }
                continue;
            }
            double[] sum = new double[5];
            double[] count = new double[5];
            for (int trial : training) {
                // Bins of 25 ms from -200 ms: the target is bin 20, and 50 to 250 ms after it are bins 22 to 29.
                for (int bin = 22; bin < 30; bin++) {
                    sum[(int) places[trial]] += session.rate(trial, bin, n);
                    count[(int) places[trial]]++;
                }
            }
            int best = IntStream.rangeClosed(1, 4)
                    .boxed()
                    .max((a, b) -> Double.compare(sum[a] / count[a], sum[b] / count[b]))
                    .orElseThrow();
            assertEquals(best, fields.fields().get(n).level(), "neuron " + n);
            for (int place = 1; place <= 4; place++) {
                assertEquals(place == best, fit.inputs().drives(unit, channel(session, "target_loc_" + place)));
            }
        }
    }

    /** p of a one-way analysis of variance is that of SciPy's f_oneway. */
    @Test
    void thePOfATuningIsScipys() {
        double[] response = {1, 2, 3, 2, 4, 6, 5, 7, 1, 0, 2, 1};
        double[] level = {1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3};
        ReceptiveFields.Tuning tuning = ReceptiveFields.Tuning.of(response, level, new double[] {1, 2, 3});
        assertEquals(2, tuning.level());
        assertEquals(0.00032390712146559823, tuning.p(), 1e-12);
    }

    @Test
    void aFieldCanBeCorrectedAndHiddenUnitsGetFieldsOfRecordedOnes() {
        Fit fit = fit(
                "network.inputs.rules=target_loc_*=field", "network.inputs.fields=2=3, 4=none", "network.hidden_e=6");
        List<ReceptiveFields.FieldOfNeuron> fields =
                fit.inputs().fields().orElseThrow().fields();
        for (ReceptiveFields.FieldOfNeuron field : fields) {
            if (field.neuron() == 2) {
                assertEquals("3", field.label());
            }
            if (field.neuron() == 4) {
                assertFalse(field.exists());
            }
        }
        double[] ofUnit = fit.inputs().fieldOfUnit();
        List<Double> known =
                fields.stream().map(ReceptiveFields.FieldOfNeuron::level).toList();
        UnitMap units = units(fit);
        for (int unit = 12; unit < 18; unit++) {
            assertEquals(-1, neuron(units, unit));
            assertTrue(known.contains(ofUnit[unit]), "a hidden E unit has a field that a neuron has");
        }
    }

    /** Shares are drawn by ids: the order of neurons in the file does not matter, and another seed draws others. */
    @Test
    void aShareIsDrawnPerNeuronWhateverTheOrder() {
        Fit fit = fit("network.inputs.rules=*=share 0.5");
        int neurons = session.neurons().size();
        ModelRates unused = new ModelRates(
                new UnitMap(
                        neurons,
                        0,
                        new int[neurons],
                        IntStream.range(0, neurons).toArray()),
                new int[0],
                session.bins(),
                new float[0]);
        Session other = ShuffledSession.of(session, session.observed(), unused).session();
        Fit shuffled = fit(other, "network.inputs.rules=*=share 0.5");
        int driven = 0;
        for (int n = 0; n < session.neurons().size(); n++) {
            int id = session.neurons().get(n).id();
            int row =
                    other.neurons().stream().map(neuron -> neuron.id()).toList().indexOf(id);
            for (int k = 0; k < session.channels().size(); k++) {
                boolean one = fit.inputs().drives(units(fit).recordedUnit()[n], k);
                int there = channel(other, session.channels().get(k).name());
                assertEquals(one, shuffled.inputs().drives(units(shuffled).recordedUnit()[row], there));
                driven += one ? 1 : 0;
            }
        }
        int all = session.neurons().size() * session.channels().size();
        // Binomial with 135 draws: five standard deviations around a half.
        assertTrue(Math.abs(driven - all / 2.0) < 5 * Math.sqrt(all / 4.0), driven + " of " + all);
        Fit drawn = fit("network.inputs.rules=*=share 0.5", "network.inputs.seed=2");
        assertFalse(
                java.util.Arrays.equals(fit.inputs().drives(), drawn.inputs().drives()));
    }

    @Test
    void hiddenUnitsCanHaveAllInputsOrNone() {
        Fit none = fit("network.inputs.hidden=none", "network.hidden_e=2");
        Fit all = fit("network.inputs.hidden=all", "network.inputs.rules=*=I, eye_x=none", "network.hidden_e=2");
        for (int unit = 12; unit < 14; unit++) {
            for (int k = 0; k < session.channels().size(); k++) {
                assertFalse(none.inputs().drives(unit, k));
                assertEquals(k != channel(session, "eye_x"), all.inputs().drives(unit, k));
            }
        }
    }

    /** The fields of the training trials only: other validation and test trials do not change them. */
    @Test
    void trialsOutsideTrainingDoNotMatter() {
        Fit fit = fit("network.inputs.rules=target_loc_*=field");
        float[] rates = session.rates().clone();
        for (int trial : session.positions(fit.split().test())) {
            java.util.Arrays.fill(rates, trial * 60 * 15, (trial + 1) * 60 * 15, 0);
        }
        Session changed = org.dalescope.model.SmallSessions.withRates(session, rates);
        Fit other = Fit.of(changed, fit.split(), fit.configuration(), 1);
        assertArrayEquals(fit.inputs().drives(), other.inputs().drives());
    }

    @Test
    void mistakesAndContradictionsAreRefused() {
        refused("go_signl=I", "the nearest is 'go_signal'");
        refused("go_signal", "an equals sign");
        refused("go_signal=share 2", "from 0 to 1");
        refused("go_signal=some", "all, none, E, I, field");
        refused("go_signal=99", "neuron 99");
        refused("go_signal=3 - 7 -", "ids of neurons such as '3 7 10-14'");
        refused("eye_*=I, *_x=E", "two rules for the input 'eye_x'");
        refused("go_signal=field", "not active in the trials of just one level");
        String mixed = assertThrows(InputError.class, () -> fit(
                                "network.inputs.rules=go_signal=I", "network.embedding.kind=attention")
                        .parameterisation())
                .sentence();
        assertTrue(mixed.contains("attention"), mixed);
    }

    private void refused(String rules, String words) {
        String sentence = assertThrows(InputError.class, () -> fit("network.inputs.rules=" + rules))
                .sentence();
        assertTrue(sentence.contains(words), sentence);
    }

    @Test
    void anICellHasNoReceptiveField() {
        int inhibitory = session.neurons().stream()
                .filter(neuron -> neuron.type() == NeuronType.INHIBITORY)
                .findFirst()
                .orElseThrow()
                .id();
        String sentence = assertThrows(
                        InputError.class,
                        () -> fit(
                                "network.inputs.rules=target_loc_*=field",
                                "network.inputs.fields=" + inhibitory + "=2"))
                .sentence();
        assertTrue(sentence.contains("is an I cell"), sentence);
    }

    @Test
    void settingsWithoutEffectAreSaid() {
        Fit fit = fit(
                "network.inputs.rules=go_signal=I",
                "network.inputs.seed=3",
                "network.inputs.fields=2=1",
                "network.inputs.hidden=none",
                "network.hidden_e=0",
                "network.hidden_i=0");
        assertEquals(
                List.of("network.inputs.seed", "network.inputs.hidden", "network.inputs.fields"),
                fit.inputs().findings().stream()
                        .map(finding -> finding.text().split(" ", -1)[1])
                        .toList());
    }

    @Test
    void rulesWithoutEffectAreSaid() {
        assertEquals(
                List.of("rule-without-input", "input-without-units"),
                fit("network.inputs.rules=touch_*=I, go_signal=share 0").inputs().findings().stream()
                        .map(finding -> finding.code())
                        .toList());
    }
}
