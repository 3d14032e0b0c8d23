package org.dalescope.app.ui.perturbation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.dalescope.app.FittedSeeds;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.model.analysis.perturbation.CircuitSimulation;
import org.dalescope.model.analysis.perturbation.ConditionAveragedRates;
import org.dalescope.model.analysis.perturbation.PerturbationText;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.run.execution.FitRun;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunNetworks;
import org.dalescope.model.session.TimeWindow;
import org.dalescope.model.training.FittedNetwork;
import org.dalescope.model.training.Validation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerturbationViewModelTest {
    private static final WorkerThreads WORKERS = WorkerThreads.of(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static FittedSeeds fitted;

    private final Deque<Runnable> elsewhere = new ArrayDeque<>();

    @SuppressWarnings("NullAway.Init")
    private PerturbationViewModel model;

    @BeforeAll
    static void fit() {
        fitted = FittedSeeds.in(folder);
    }

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    @BeforeEach
    void open() {
        model = new PerturbationViewModel(() -> Optional.of(fitted.session()), WORKERS, elsewhere::add, Runnable::run);
        model.show(RunSnapshot.read(fitted.runs().getFirst()));
    }

    private PerturbationSnapshot answer() {
        run();
        return assertInstanceOf(
                        PerturbationState.Answered.class, model.stateProperty().get())
                .picture();
    }

    private void run() {
        while (!elsewhere.isEmpty()) {
            elsewhere.remove().run();
        }
    }

    private static InterventionForm silence(String units, double strength) {
        return new InterventionForm(InterventionForm.Verb.SILENCE, units, "", strength, "");
    }

    /** A silent neuron fires nothing, and what nobody touches is as it was. */
    @Test
    void aSilentNeuronIsSilentAndNothingChangesBefore() {
        int id = fitted.session().neurons().getFirst().id();
        model.request(List.of(silence("ids:" + id, 1)), new TimeWindow(0, 100));
        PerturbationSnapshot picture = answer();
        assertEquals(0, picture.inWindow()[0][1]);
        assertTrue(picture.inWindow()[0][0] > 0);
        int neurons = fitted.session().neurons().size();
        for (int i = 0; i < neurons * fitted.session().bins(); i++) {
            if (fitted.session().time().centreMs(i / neurons) < 0) {
                assertEquals(picture.intact()[i], picture.perturbed()[i]);
            }
        }
        assertEquals(neurons, picture.mostChanged().size());
    }

    /** Against single networks, simulated here and averaged by hand. */
    @Test
    void theAnswerIsTheMeanOverSeeds() {
        model.request(List.of(silence("I", 0.5)), TimeWindow.WHOLE);
        PerturbationSnapshot picture = answer();
        double[] mean = new double[picture.perturbed().length];
        for (RunFolder run : fitted.runs()) {
            FittedNetwork member = RunNetworks.read(run, FitRun.fit(run, fitted.session()));
            int[] trials = member.fit().split().validation();
            CircuitSimulation simulation = new CircuitSimulation(
                    member.network(), member.fit().session(), trials, Validation.noise(member.fit()), WORKERS);
            double[] rates = simulation.rates(PerturbationText.of("silence I 0.5"));
            double[] psth = ConditionAveragedRates.of(
                            member.fit().session(), member.fit().mask(), trials)
                    .of(member.network().units(), rates)[0];
            for (int i = 0; i < mean.length; i++) {
                mean[i] += psth[i] / 2;
            }
        }
        assertArrayEquals(mean, picture.perturbed(), 1e-12);
        assertTrue(model.command().endsWith("--do 'silence I 0.5'"), model.command());
    }

    /** While an answer is computed only the newest question waits: a slider that moved ten times is answered twice. */
    @Test
    void onlyTheNewestQuestionWaits() {
        run();
        for (int i = 1; i <= 10; i++) {
            model.request(List.of(silence("E", i / 10.0)), TimeWindow.WHOLE);
        }
        int answers = 0;
        while (!elsewhere.isEmpty()) {
            elsewhere.remove().run();
            answers++;
        }
        assertEquals(2, answers);
        PerturbationSnapshot picture = answer();
        assertEquals("silence E 1", PerturbationText.of(picture.run().perturbation()));
    }

    /** Selectivity takes longer: it is asked for when the sliders rest. */
    @Test
    void atRestSelectivityIsAskedForToo() {
        model.request(List.of(silence("I", 0.3)), TimeWindow.WHOLE);
        assertEquals(0, answer().result().tables().size());
        for (int i = 0; i < 4; i++) {
            model.pump();
        }
        PerturbationSnapshot rested = answer();
        assertEquals("perturb_selectivity", rested.result().tables().getLast().name());
        assertTrue(rested.result().statistics().stream().anyMatch(s -> s.name().equals("selectivity_change_location")));
        for (int i = 0; i < 20; i++) {
            model.pump();
        }
        assertTrue(elsewhere.isEmpty(), "once is enough");
    }

    @Test
    void aQuestionWithoutSenseIsRefusedInASentence() {
        model.request(List.of(silence("ids:99", 1)), TimeWindow.WHOLE);
        run();
        String sentence = assertInstanceOf(
                        PerturbationState.Refused.class, model.stateProperty().get())
                .sentence();
        assertTrue(sentence.startsWith("There is no recorded neuron with id 99"), sentence);
        model.request(List.of(silence("I", 1)), TimeWindow.WHOLE);
        answer();
    }

    @Test
    void oneSeedCanBeAskedAlone() {
        assertEquals(2, model.seeds().size());
        run();
        model.allSeedsProperty().set(false);
        model.request(List.of(silence("I", 0.5)), TimeWindow.WHOLE);
        assertEquals(1, answer().run().circuit().members().size());
    }
}
