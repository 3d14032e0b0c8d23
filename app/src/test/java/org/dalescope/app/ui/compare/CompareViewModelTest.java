package org.dalescope.app.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dalescope.app.MovedSeeds;
import org.dalescope.app.chart.comparison.ComparisonCurves.Curve;
import org.dalescope.app.ui.library.LibraryViewModel;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.model.analysis.core.AnalysisFiles;
import org.dalescope.model.library.RunCatalogue;
import org.dalescope.model.library.RunEntry;
import org.dalescope.model.library.RunNotes;
import org.dalescope.model.network.Network;
import org.dalescope.model.run.comparison.PairedNeuronScores;
import org.dalescope.model.run.store.HistoryCsv;
import org.dalescope.model.run.store.ParametersNpz;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.ScoresJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewModelTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private static Path runs = Path.of("");
    private final Deque<Runnable> elsewhere = new ArrayDeque<>();
    private final LibraryViewModel library = new LibraryViewModel();
    private final Notifications notices = new Notifications(Runnable::run);
    private final CompareViewModel model = new CompareViewModel(library, elsewhere::add, Runnable::run, notices);

    @BeforeAll
    static void fit() throws IOException {
        runs = folder.resolve("runs");
        MovedSeeds.into(folder, runs);
        // A run of another session, and one that cannot be read.
        copy("seed-1", "elsewhere");
        RunFolder other = new RunFolder(runs.resolve("elsewhere"));
        String text = Files.readString(other.runJson());
        Files.writeString(other.runJson(), text.replaceAll("(\"session_sha256\" : \")[0-9a-f]{8}", "$100000000"));
        copy("seed-1", "cut");
        Files.delete(new RunFolder(runs.resolve("cut")).viewsNpz());
    }

    private static void copy(String from, String to) throws IOException {
        Files.createDirectories(runs.resolve(to));
        try (Stream<Path> files = Files.list(runs.resolve(from))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, runs.resolve(to).resolve(file.getFileName()));
            }
        }
    }

    @BeforeEach
    void look() {
        library.show(new RunCatalogue(runs).read());
    }

    private void choose(String... names) {
        library.choice().add(Stream.of(names).map(runs::resolve).toList());
    }

    private void work() {
        while (!elsewhere.isEmpty()) {
            elsewhere.remove().run();
        }
    }

    private static List<String> names(RunComparison comparison) {
        return comparison.runs().stream().map(ComparedRun::name).toList();
    }

    @Test
    void runsAreReadAndPairedByTheirNeurons() {
        choose("seed-1", "seed-2");
        work();
        RunComparison is = model.comparisonProperty().get();
        assertEquals(List.of("seed-1", "seed-2"), names(is));
        RunComparison.Pair pair = is.pair().orElseThrow();
        PairedNeuronScores neurons = pair.neurons();
        Map<Integer, Double> first = ScoresJson.read(new RunFolder(runs.resolve("seed-1")))
                .getFirst()
                .perNeuron();
        Map<Integer, Double> second = ScoresJson.read(new RunFolder(runs.resolve("seed-2")))
                .getFirst()
                .perNeuron();
        assertEquals(8, neurons.ids().length);
        for (int i = 0; i < 8; i++) {
            assertEquals(
                    second.getOrDefault(neurons.ids()[i], Double.NaN)
                            - first.getOrDefault(neurons.ids()[i], Double.NaN),
                    neurons.differences()[i],
                    1e-12);
        }
        List<Curve> curves = is.curves();
        assertEquals(2, curves.size());
        assertEquals(
                HistoryCsv.read(new RunFolder(runs.resolve("seed-2"))),
                curves.getLast().runs().getFirst());

        model.setFirst(runs.resolve("seed-2"));
        assertEquals(
                "seed-1",
                model.comparisonProperty().get().second().orElseThrow().name());
    }

    @Test
    void weightsAreReadWhenTheyAreAskedFor() {
        choose("seed-1", "seed-2");
        work();
        assertEquals(Optional.empty(), model.weightsProperty().get());
        model.askForWeights();
        work();
        Network a = ParametersNpz.read(new RunFolder(runs.resolve("seed-1")));
        Network b = ParametersNpz.read(new RunFolder(runs.resolve("seed-2")));
        var difference = model.weightsProperty().get().orElseThrow();
        int to = a.units().recordedUnit()[0];
        int from = a.units().recordedUnit()[1];
        int row = difference.ids().indexOf(a.units().neuronIds()[0]);
        int column = difference.ids().indexOf(a.units().neuronIds()[1]);
        int at = to * a.size() + from;
        assertEquals(b.w()[at] - a.w()[at], difference.values()[row][column]);
        model.askForWeights();
        assertTrue(elsewhere.isEmpty(), "weights that are there are not read again");
    }

    @Test
    void runsOfAnotherSessionGiveCurvesAndTheReasonWhyNoMore() {
        choose("seed-1", "elsewhere");
        work();
        RunComparison is = model.comparisonProperty().get();
        assertEquals(2, is.curves().size());
        assertEquals(Optional.empty(), is.pair());
        assertTrue(is.whyNoPair().contains("different sessions"), is.whyNoPair());
        choose("seed-2");
        work();
        assertEquals(
                "seed-2",
                model.comparisonProperty().get().second().orElseThrow().name());
        assertTrue(model.comparisonProperty().get().leftOut().startsWith("1 run is of another session"));
    }

    @Test
    void aRunThatCannotBeReadLeavesTheComparisonWithItsReason() {
        choose("seed-1", "cut");
        work();
        assertEquals(List.of("seed-1"), names(model.comparisonProperty().get()));
        assertEquals(1, library.choice().compared().size());
        assertTrue(notices.shownProperty().get().orElseThrow().sentence().contains("views.npz"));
    }

    @Test
    void theLastChoiceWins() {
        choose("seed-1");
        Runnable late = elsewhere.remove();
        choose("seed-2");
        work();
        late.run();
        assertEquals(
                List.of("seed-1", "seed-2"), names(model.comparisonProperty().get()));
    }

    @Test
    void groupsAreMadeByTag() {
        choose("seed-1", "seed-2", "elsewhere");
        work();
        for (RunEntry run : library.contentProperty().get().runs()) {
            library.replace(run.with(RunNotes.NONE.withTags(run.name().startsWith("seed") ? "mine" : "")));
        }
        model.groupingProperty().set(RunGrouping.TAG);
        assertEquals(
                List.of("mine", "without tag"),
                model.comparisonProperty().get().curves().stream()
                        .map(Curve::name)
                        .toList());
        assertEquals(
                2, model.comparisonProperty().get().curves().getFirst().runs().size());
    }

    @Test
    void theGhostIsTheHistoryOfTheRunChosen() {
        library.choice().ghostProperty().set(Optional.of(runs.resolve("seed-2")));
        work();
        assertEquals(
                HistoryCsv.read(new RunFolder(runs.resolve("seed-2"))),
                model.ghostProperty().get().orElseThrow().history());
        library.choice().ghostProperty().set(Optional.empty());
        assertEquals(Optional.empty(), model.ghostProperty().get());
    }

    @Test
    void theTableHasTheChosenRowsAndColumns() {
        choose("seed-1", "seed-2");
        RunTable table = model.table();
        assertEquals(2, table.rows().size());
        table.filterProperty().set("seed-2");
        assertEquals(
                List.of("seed-2"), table.rows().stream().map(RunEntry::name).toList());
        table.shown().clear();
        table.shown().addAll(List.of("run", "seed"));
        assertEquals("run,seed\nseed-2,2\n", AnalysisFiles.csv(table.table(table.rows())));
        table.filterProperty().set("");
        table.wholeLibraryProperty().set(true);
        assertEquals(4, table.rows().size());
    }

    @Test
    void neuronsAreChosenByIdOrByHowMuchTheyDiffer() {
        choose("seed-1", "seed-2");
        work();
        RunComparison.Pair pair = model.comparisonProperty().get().pair().orElseThrow();
        List<Integer> ids = pair.a().types().keySet().stream().toList();
        ComparedNeurons chosen = ComparedNeurons.of("n" + ids.get(3) + ", " + ids.get(0) + " 99999 x", pair);
        assertEquals(List.of(ids.get(3), ids.get(0)), chosen.ids());
        assertEquals("No neuron has the id 99999, x: choose another id.", chosen.problem());
        PairedNeuronScores neurons = pair.neurons();
        double[] sizes =
                java.util.Arrays.stream(neurons.differences()).map(Math::abs).toArray();
        double largest = java.util.Arrays.stream(sizes).max().orElseThrow();
        int at = java.util.stream.IntStream.range(0, sizes.length)
                .filter(i -> sizes[i] == largest)
                .findFirst()
                .orElseThrow();
        assertEquals(neurons.ids()[at], ComparedNeurons.of("", pair).ids().getFirst());
    }
}
