package org.dalescope.app.ui.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dalescope.app.ui.configure.ConfigurationViewModel;
import org.dalescope.model.common.InputError;
import org.dalescope.model.run.store.RunLibrary;
import org.dalescope.model.session.synthetic.DemoSession;
import org.dalescope.model.suite.plan.PlanReader;
import org.dalescope.model.suite.plan.SuitePlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteSetupTest {
    @TempDir
    Path folder = Path.of("");

    private final ConfigurationViewModel configuration = new ConfigurationViewModel();
    private SuiteSetup setup = new SuiteSetup(configuration, new RunLibrary(folder), 2, true);

    @BeforeEach
    void inTheFolder() {
        setup = new SuiteSetup(configuration, new RunLibrary(folder), 2, true);
    }

    private void openDemo() {
        configuration.sessionProperty().set(Optional.of(DemoSession.open(folder)));
    }

    @Test
    void withoutASessionItSaysSo() {
        assertTrue(setup.problem().get().startsWith("Open a session first"));
        assertEquals(Optional.empty(), setup.command());
        openDemo();
        assertEquals("", setup.problem().get());
    }

    @Test
    void theCommandIsTheOneThatTheTerminalTakes() {
        openDemo();
        assertEquals(
                "dalescope suite experiment-1 --session " + folder.resolve("demo-session.dalescope")
                        + " --parallel 2 --out "
                        + folder.resolve("experiment-1-Synthetic-delayed-response-seed-2026-1"),
                setup.commandText().get());
        setup.seedsProperty().set("3, 7");
        setup.atOnceProperty().set("4");
        configuration.setting("training.epochs").textProperty().set("9");
        assertTrue(setup.commandText().get().contains("experiment-1 --session"), "changes count only where asked for");
        setup.withChangesProperty().set(true);
        assertTrue(
                setup.commandText().get().contains(" --set training.epochs=9 --seeds 3,7 --parallel 4 --out "),
                setup.commandText().get());
        SuitePlan plan = setup.ready().orElseThrow();
        assertEquals(List.of(3L, 7L), plan.seeds());
        plan.arms()
                .forEach(arm -> assertEquals(9, arm.configuration().training().epochs(), arm.name()));
    }

    @Test
    void onAClusterTheCommandSaysSoAndManyTasksAreProposed() {
        openDemo();
        setup.onClusterProperty().set(true);
        String command = setup.commandText().get();
        assertTrue(command.contains(" --launcher slurm --parallel 100 --out "), command);
        assertTrue(setup.command().orElseThrow().onCluster());
        setup.onClusterProperty().set(false);
        assertTrue(
                setup.commandText().get().contains("demo-session.dalescope --parallel 2 --out"),
                setup.commandText().get());
    }

    @Test
    void whatIsWrongIsSaidInTheModelsWords() {
        openDemo();
        setup.seedsProperty().set("3,3");
        InputError refusal = assertThrows(
                InputError.class, () -> PlanReader.read("experiment-1").withSeeds(List.of(3L, 3L)));
        assertEquals(refusal.sentence(), setup.problem().get());
        setup.seedsProperty().set("many");
        assertTrue(setup.problem().get().contains("'many'"), setup.problem().get());
        setup.seedsProperty().set("");
        setup.atOnceProperty().set("0");
        assertTrue(setup.problem().get().contains("1 to 1024"), setup.problem().get());
        setup.atOnceProperty().set("1");
        assertEquals("", setup.problem().get());
        configuration.setting("training.epochs").textProperty().set("many");
        assertEquals("", setup.problem().get());
        setup.withChangesProperty().set(true);
        assertTrue(setup.problem().get().startsWith("Some settings are not valid"));
        assertEquals("", setup.commandText().get());
    }

    @Test
    void aPlansFileIsOfferedAndDescribed() throws IOException {
        openDemo();
        Path file = Files.writeString(folder.resolve("mine.json"), """
                {"name": "mine", "help": "Why not?", "seeds": [4, 9, 11],
                 "arms": [{"name": "l2", "settings": {"loss": {"l2": 0.1}}}]}""");
        setup.choose(file);
        assertTrue(setup.plans().contains(file.toString()));
        String outline = setup.outline().get();
        assertTrue(outline.contains("Why not?"), outline);
        assertTrue(outline.contains("2 arms x 3 seeds (4, 9, 11) = 6 fits of Synthetic delayed response"), outline);
        Files.writeString(file, "{");
        setup.choose(file);
        assertTrue(
                setup.problem().get().contains("not valid JSON"),
                setup.problem().get());
    }
}
