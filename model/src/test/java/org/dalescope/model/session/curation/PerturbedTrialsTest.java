package org.dalescope.model.session.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.network.Initialisation;
import org.dalescope.model.network.Network;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerturbedTrialsTest {
    private final Session session =
            SyntheticSession.of(new SyntheticSettings(8, 3, 100, 40, 25, 4, 5).with("perturbed", "0.3"));

    private static PerturbedTrials of(String factor, String levels, String units, String window, boolean learned) {
        return new PerturbedTrials(factor, levels, units, PerturbationEffect.EXCITES, window, learned);
    }

    private static Configuration configuration(String... settings) {
        Configuration configuration = Configuration.defaults()
                .with(Map.of("data.perturbed.factor", "light", "data.perturbed.window", "300:600"));
        for (int i = 0; i < settings.length; i += 2) {
            configuration = configuration.with(settings[i], settings[i + 1]);
        }
        return configuration;
    }

    private static long perturbed(Session of, int[] trialIds) {
        double[] light = of.factor("light").orElseThrow().values();
        return Arrays.stream(of.positions(trialIds)).filter(t -> light[t] == 1).count();
    }

    @Test
    void levelsAreFoundByLabelOrNumberAndWithoutThemAllOtherThanZeroCount() {
        assertEquals(30, count(of("light", "", "I", "", false).in(session)));
        assertEquals(30, count(of(" light ", "1", "I", "", false).in(session)));
        assertEquals(70, count(of("light", "0", "I", "", false).in(session)));
        assertEquals(0, count(of("", "", "I", "", false).in(session)));
    }

    /** Words are coded from 0 in alphabetical order, so the code 0 does not mean "not perturbed". */
    @Test
    void levelsThatAreWordsHaveToBeNamed() {
        Factor light = session.factor("light").orElseThrow();
        Factor words = new Factor(
                "state", Factor.Kind.CATEGORICAL, light.values(), Double.NaN, Map.of(0.0, "laser", 1.0, "none"));
        Session named = new Session(
                session.name(),
                session.source(),
                session.time(),
                session.neurons(),
                session.channels(),
                List.of(words),
                session.trialIds(),
                session.durationMs(),
                session.rates(),
                session.inputs());
        assertTrue(of("state", "", "I", "", false).problem(named).orElseThrow().contains("no level 0"));
        assertEquals(70, count(of("state", "laser", "I", "", false).in(named)));
    }

    /** Whatever reaches hidden units otherwise, a perturbation of a type reaches the hidden units of this type. */
    @ParameterizedTest
    @ValueSource(strings = {"like-recorded", "all", "none"})
    void aLearnedPerturbationReachesHiddenUnitsOfItsTypeOnly(String hidden) {
        Configuration configuration = configuration(
                "data.perturbed.learn",
                "on",
                "network.inputs.hidden",
                hidden,
                "network.hidden_e",
                "2",
                "network.hidden_i",
                "2");
        Fit fit = Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 1);
        int channel = session.channels().size();
        assertEquals(5, fit.units().inhibitory());
        for (int unit = 0; unit < fit.units().units(); unit++) {
            assertEquals(fit.units().isInhibitory(unit), fit.inputs().drives(unit, channel), hidden + " " + unit);
        }
    }

    /** An input of the session that happens to have the name is an ordinary input. */
    @Test
    void aRecordedInputOfThisNameObeysTheRulesOfHiddenUnits() {
        List<Channel> channels = new ArrayList<>(session.channels());
        channels.set(0, Channel.event(PerturbedTrials.CHANNEL));
        Session named = session.withInputs(channels, session.inputs());
        Configuration configuration = Configuration.defaults()
                .with(Map.of(
                        "network.inputs.rules",
                        "perturbation=I",
                        "network.inputs.hidden",
                        "all",
                        "network.hidden_e",
                        "2"));
        Fit fit = Fit.of(named, Fit.defaultSplit(named, configuration), configuration, 1);
        int hiddenE = 8;
        assertTrue(fit.units().isExcitatory(hiddenE));
        assertTrue(fit.inputs().drives(hiddenE, 0));
        assertFalse(fit.inputs().drives(0, 0), "a recorded E neuron");
    }

    private static int count(boolean[] in) {
        return (int) IntStream.range(0, in.length).filter(i -> in[i]).count();
    }

    @Test
    void wrongNamesAreOneSentence() {
        refused(of("laser", "", "I", "", false), "'laser'", "light");
        refused(of("light", "2", "I", "", false), "'2'", "0, 1");
        refused(of("light", "0,1", "I", "", false), "every trial");
        refused(of("location", "", "I", "", false), "no level 0");
        refused(of("light", "", "I", "5000:6000", false), "no bin");
        refused(of("light", "", "I", "600:300", false), "data.perturbed.window", "600:300");
        refused(of("light", "", "I", "300", false), "data.perturbed.window", "'300'");
        refused(of("light", "", "77", "", false), "neuron 77");
        refused(of("light", "", "", "", false), "data.perturbed.units");
        refused(of("light", "", "nobody", "", false), "'nobody'");
    }

    private void refused(PerturbedTrials settings, String... words) {
        String sentence =
                assertThrows(InputError.class, () -> settings.check(session)).sentence();
        for (String word : words) {
            assertTrue(sentence.contains(word), sentence);
        }
        assertEquals(sentence, settings.problem(session).orElseThrow());
    }

    @Test
    void aFitLeavesPerturbedTrialsOutOfEveryPartAndCountsThem() {
        Configuration configuration = configuration();
        Split split = Fit.defaultSplit(session, configuration);
        Fit fit = Fit.of(session, split, configuration, 1);
        for (int[] part : new int[][] {
            fit.split().train(), fit.split().validation(), fit.split().test()
        }) {
            assertEquals(0, perturbed(session, part));
        }
        long aborted = IntStream.range(0, 100).filter(session::isAborted).count();
        assertEquals(4, aborted);
        int used = fit.split().train().length
                + fit.split().validation().length
                + fit.split().test().length;
        assertEquals(100 - used - aborted, fit.leftOut().perturbedTrials());
        assertTrue(
                fit.leftOut().words().contains("perturbed trials"),
                fit.leftOut().words());
        Split given = Fit.defaultSplit(session, Configuration.defaults());
        assertTrue(perturbed(session, given.train()) > 0);
        assertEquals(
                0,
                perturbed(
                        session,
                        Fit.of(session, given, configuration, 1).split().train()));
        Fit.sealedFolds(session, configuration, 3).forEach(fold -> assertEquals(0, perturbed(session, fold.test())));
    }

    /** The perturbation is an input of 1 in its window, with weights of one sign that reach only the targets. */
    @Test
    void aFitThatLearnsHasThePerturbationAsAnInputOfItsTargets() {
        Configuration configuration = configuration(
                "data.perturbed.learn", "on", "data.perturbed.effect", "suppresses", "data.perturbed.units", "E");
        Fit fit = Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 1);
        assertTrue(perturbed(session, fit.split().train()) > 0);
        assertEquals(0, fit.leftOut().perturbedTrials());
        int channel = session.channels().size();
        assertEquals(Channel.event("perturbation"), fit.session().channels().get(channel));
        double[] light = session.factor("light").orElseThrow().values();
        for (int trial = 0; trial < session.trials(); trial++) {
            for (int bin = 0; bin < session.bins(); bin++) {
                double centre = session.time().centreMs(bin);
                boolean on = light[trial] == 1 && centre >= 300 && centre < 600;
                assertEquals(on ? 1 : 0, fit.session().input(trial, bin, channel));
                assertEquals(session.input(trial, bin, 0), fit.session().input(trial, bin, 0));
            }
        }
        Network network =
                fit.parameterisation().network(Initialisation.of(fit.parameterisation(), fit.trainingRates(), 1));
        for (int unit = 0; unit < network.size(); unit++) {
            double weight = network.wIn()[unit * network.channels() + channel];
            assertEquals(network.units().isExcitatory(unit), weight < 0);
            assertEquals(network.units().isInhibitory(unit), weight == 0);
        }
    }

    @Test
    void withoutAFactorNothingChanges() {
        Configuration plain = Configuration.defaults();
        Configuration idle = plain.with("data.perturbed.learn", "on");
        Fit fit = Fit.of(session, Fit.defaultSplit(session, idle), idle, 1);
        assertEquals(session.channels(), fit.session().channels());
        assertFalse(fit.inputs().isRestricted());
        assertEquals(Fit.defaultSplit(session, plain).hash(), fit.split().hash());
    }
}
