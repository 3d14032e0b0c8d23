package org.dalescope.model.suite.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanReaderTest {
    private static final List<String> OF_THE_DEFAULT =
            List.of("default-alternatives", "what-parts-add", "emergence", "grant-figure");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private SuitePlan plan(String json) throws IOException {
        Path file = folder.resolve("plan.json");
        Files.writeString(file, json);
        return PlanReader.read(file.toString());
    }

    static Stream<String> shipped() {
        return PlanReader.shipped().stream().map(PlanReader.Shipped::name);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedPlanCanBeRun(String name) {
        SuitePlan plan = PlanReader.read(name);
        assertEquals(name, plan.name());
        // The plan of 18 fits has three seeds, as the laboratory counts them.
        assertEquals(name.equals("emergence") ? List.of(1L, 2L, 3L) : List.of(1L, 2L, 3L, 4L, 5L), plan.seeds());
        // The laboratory's questions are asked of the recipe with which they were first answered.
        String preset = OF_THE_DEFAULT.contains(name) ? "default" : "psth-shape";
        Configuration base = Preset.named(preset).configuration();
        // Questions are asked of sealed trials; that of emergence has inputs that are made from factors.
        String channels = plan.base().configuration().data().factorChannels();
        assertEquals(name.equals("emergence"), !channels.isEmpty());
        assertEquals(
                plan.question().isPresent()
                        ? base.with("data.test_share", "0.25").with("data.factor_channels", channels)
                        : base,
                plan.base().configuration());
    }

    /** Counted by hand in issue 4 and in the laboratory's plan. */
    @ParameterizedTest
    @CsvSource({
        "experiment-1, 6",
        "experiment-2, 6",
        "experiment-3, 4",
        "low-rank, 7",
        "regularisation, 7",
        "experiment-4, 14",
        "laboratory, 4",
        "default-alternatives, 25",
        "psth-shape-alternatives, 29",
        "what-parts-add, 3",
        "emergence, 9",
        "grant-figure, 2",
        "the-plan, 29"
    })
    void shippedPlansHaveTheirArms(String name, int arms) {
        assertEquals(arms, PlanReader.read(name).arms().size());
    }

    @Test
    void thePlanHoldsEveryArmOfTheLaboratorysOthersOnce() {
        Set<Configuration> all = configurations("the-plan");
        // What the default rejects is our question, not the laboratory's.
        shipped()
                .filter(name -> !name.equals("psth-shape-alternatives") && !OF_THE_DEFAULT.contains(name))
                .forEach(name -> assertTrue(all.containsAll(configurations(name)), name));
        assertEquals(
                List.of(new Combination(
                        "winners",
                        "The best arm of each experiment, if it is better than the base by more than seed noise.",
                        List.of("experiment-1", "experiment-2", "experiment-3"))),
                PlanReader.read("the-plan").combinations());
    }

    private static Set<Configuration> configurations(String name) {
        return PlanReader.read(name).arms().stream().map(Arm::configuration).collect(Collectors.toSet());
    }

    @Test
    void aGridIsEveryCombinationOfItsValues() throws IOException {
        SuitePlan plan = plan("""
                {"name": "g", "preset": "default", "settings": {"training": {"epochs": 7}}, "seeds": [3, 1],
                 "arms": [{"name": "a", "settings": {"loss": {"l2": 0.25}},
                  "grid": {"training.learning_rate": [0.01, 0.1], "network.dale": [true, false]}}]}""");
        assertEquals(
                List.of(
                        "base",
                        "a,learning_rate=0.01,dale=true",
                        "a,learning_rate=0.01,dale=false",
                        "a,learning_rate=0.1,dale=true",
                        "a,learning_rate=0.1,dale=false"),
                plan.arms().stream().map(Arm::name).toList());
        assertEquals(List.of(3L, 1L), plan.seeds());
        Configuration base = Configuration.defaults().with("training.epochs", "7");
        assertEquals(base, plan.base().configuration());
        assertEquals(
                base.with("loss.l2", "0.25")
                        .with("training.learning_rate", "0.1")
                        .with("network.dale", "false"),
                plan.arms().getLast().configuration());
        assertEquals(
                Map.of("network.dale", "off"),
                plan.arms().get(2).changesFrom(plan.arms().get(1).configuration()));
    }

    @Test
    void sessionsAndSplitsAreBesideThePlan() throws IOException {
        SuitePlan plan = plan("""
                {"name": "s", "sessions": ["one.mat", "/abs/two.mat"], "split": "split.json",
                 "arms": [{"name": "a", "settings": {"loss": {"l2": 1}}}]}""");
        assertEquals(List.of(folder.resolve("one.mat").toString(), "/abs/two.mat"), plan.sessions());
        assertEquals(folder.resolve("split.json").toString(), plan.split());
    }

    @Test
    void anIncludedPlanIsAGroupOfChangesOfThisBase() throws IOException {
        SuitePlan plan = plan("""
                {"name": "mine", "settings": {"training": {"epochs": 9}}, "include": ["experiment-3"], "arms": []}""");
        assertEquals(4, plan.arms().size());
        plan.arms()
                .forEach(arm -> assertEquals(9, arm.configuration().training().epochs()));
        assertEquals("experiment-3", plan.arms().getLast().group());
    }

    @Test
    void aPlanWithoutArmsRepeatsItsBase() throws IOException {
        SuitePlan plan = plan("{\"name\": \"x\", \"seeds\": [4, 5]}");
        assertEquals(List.of(Arm.BASE), plan.arms().stream().map(Arm::name).toList());
        assertEquals(List.of(4L, 5L), plan.seeds());
    }

    @Test
    void setChangesEveryArm() {
        SuitePlan plan = PlanReader.read("experiment-2").with("training.epochs", "3");
        plan.arms()
                .forEach(arm -> assertEquals(3, arm.configuration().training().epochs()));
    }

    static Stream<List<String>> wrong() {
        String arm = "{\"name\": \"a\", \"settings\": {\"loss\": {\"l2\": 1}}}";
        return Stream.of(
                List.of("{\"arms\": [", "is not valid JSON"),
                List.of("[1]", "must hold a JSON object"),
                List.of("{\"arm\": [" + arm + "]}", "has the key 'arm'"),
                List.of("{\"arms\": " + arm + "}", "must be a JSON array"),
                List.of("{\"arms\": [" + arm + ", " + arm + "]}", "two arms named 'a'"),
                List.of("{\"arms\": [" + arm + ", " + arm.replace("\"a\"", "\"A\"") + "]}", "two arms named 'A'"),
                List.of("{\"arms\": [" + arm + ", " + arm.replace("\"a\"", "\"b\"") + "]}", "have the same settings"),
                List.of("{\"arms\": [{\"name\": \"a\"}]}", "'base' and 'a' have the same settings"),
                List.of("{\"arms\": [" + arm.replace("\"a\"", "\"../a\"") + "]}", "a name is used as a folder name"),
                List.of("{\"arms\": [" + arm.replace("l2", "l3") + "]}", "loss.l2"),
                List.of("{\"arms\": [" + arm.replace("1}", "-1}") + "]}", "loss.l2"),
                List.of("{\"arms\": [" + arm + "], \"seeds\": []}", "has no seeds"),
                List.of("{\"arms\": [" + arm + "], \"seeds\": [1, 1]}", "lists a seed twice"),
                List.of("{\"arms\": [" + arm + "], \"seeds\": [1.5]}", "whole numbers"),
                List.of("{\"arms\": [" + arm + "], \"preset\": \"defualt\"}", "default"),
                List.of("{\"include\": [\"experiment-9\"]}", "not a shipped plan"),
                List.of("{\"arms\": [" + arm + "], \"combine\": {\"name\": \"w\"}}", "combines no groups"),
                List.of("{\"arms\": [" + arm + "], \"combine\": {\"from\": [\"nowhere\"]}}", "nowhere"),
                List.of("{\"arms\": [{\"name\": \"a\", \"grid\": {\"loss.l2\": []}}]}", "has no values for loss.l2"),
                List.of("{\"arms\": [{\"name\": \"a\", \"grid\": {\"loss.l\": [1]}}]}", "loss.l2"),
                List.of(
                        "{\"arms\": [{\"name\": \"a\", \"settings\": {\"data\": {\"split_seed\": 3}}}]}",
                        "changes data.split_seed"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsSaidInOneSentence(List<String> jsonAndWords) {
        InputError refusal = assertThrows(InputError.class, () -> plan(jsonAndWords.getFirst()));
        assertTrue(refusal.sentence().contains(jsonAndWords.getLast()), refusal.sentence());
    }

    @Test
    void anUnknownPlanNamesThoseThatShip() {
        InputError refusal = assertThrows(InputError.class, () -> PlanReader.read("experiment-7"));
        assertTrue(refusal.sentence().contains("experiment-4"), refusal.sentence());
    }
}
