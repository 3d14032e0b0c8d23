package org.dalescope.app.chart.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dalescope.app.FittedSeeds;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.model.analysis.catalogue.AnalysisKind;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.run.execution.FitRun;
import org.dalescope.model.run.store.RunNetworks;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnalysisChartsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private static final Map<AnalysisKind, AnalysisResult> RESULTS = new EnumMap<>(AnalysisKind.class);

    @BeforeAll
    static void analyse() {
        FittedSeeds fitted = FittedSeeds.in(folder);
        List<FittedNetwork> members = fitted.runs().stream()
                .map(run -> RunNetworks.read(run, FitRun.fit(run, fitted.session())))
                .toList();
        FittedCircuit circuit =
                new FittedCircuit(members, members.getFirst().fit().split().validation());
        try (RecurrentEngine engine = new FusedEngine(1)) {
            for (AnalysisKind kind : AnalysisKind.values()) {
                FittedCircuit of =
                        switch (kind) {
                            case EMERGENT_SELECTIVITY -> with(circuit, "network.inputs.rules", "*=0");
                            case MEASURED_PERTURBATION ->
                                with(
                                        with(circuit, "data.perturbed.levels", "reward"),
                                        "data.perturbed.factor",
                                        "reward");
                            default -> circuit;
                        };
                RESULTS.put(kind, kind.of(of, engine, Progress.SILENT));
            }
        }
    }

    /** The same networks as those of fits with another setting. */
    private static FittedCircuit with(FittedCircuit circuit, String key, String value) {
        List<FittedNetwork> members = circuit.members().stream()
                .map(member -> new FittedNetwork(
                        Fit.of(
                                member.fit().session(),
                                member.fit().split(),
                                member.fit().configuration().with(key, value),
                                member.fit().seed()),
                        member.network()))
                .toList();
        return new FittedCircuit(members, circuit.trialIds());
    }

    private static AnalysisResult result(AnalysisKind kind) {
        return Objects.requireNonNull(RESULTS.get(kind));
    }

    @ParameterizedTest
    @EnumSource(AnalysisKind.class)
    void everyAnalysisHasChartsInEitherTheme(AnalysisKind kind) {
        for (ChartTheme theme : List.of(ChartTheme.light(), ChartTheme.dark())) {
            List<Figure> figures = AnalysisCharts.of(kind, result(kind), ChartChoices.FIRST, theme);
            assertTrue(!figures.isEmpty());
            for (Figure figure : figures) {
                BufferedImage image = new BufferedImage(figure.width(), figure.height(), BufferedImage.TYPE_INT_RGB);
                figure.drawing()
                        .draw(image.createGraphics(), new Rectangle2D.Double(0, 0, figure.width(), figure.height()));
                assertTrue(count(image, theme.background()) > 1000, figure.name());
                assertTrue(colours(image) > 5, figure.name() + " shows something");
                assertTrue(figure.numbers().rows() > 0, figure.name() + " has numbers");
            }
        }
    }

    /** Every option of every choice is drawn. */
    @ParameterizedTest
    @EnumSource(
            value = AnalysisKind.class,
            names = {
                "VARIABILITY",
                "SELECTIVITY",
                "SELECTIVITY_OVER_TRAINING",
                "CONNECTIVITY",
                "DYNAMICS",
                "MEASURED_PERTURBATION"
            })
    void everyChoiceIsDrawn(AnalysisKind kind) {
        for (ChartChoice choice : AnalysisCharts.choices(kind, result(kind))) {
            for (String option : choice.options()) {
                ChartChoices chosen = ChartChoices.FIRST.with(choice.name(), option);
                assertEquals(option, chosen.of(choice));
                assertTrue(!AnalysisCharts.of(kind, result(kind), chosen, ChartTheme.light())
                        .isEmpty());
            }
        }
    }

    @Test
    void theNumbersBehindAChartAreThoseChosen() {
        AnalysisResult result = result(AnalysisKind.SELECTIVITY);
        List<ChartChoice> choices = AnalysisCharts.choices(AnalysisKind.SELECTIVITY, result);
        String factor = choices.getFirst().options().getLast();
        Figure figure = AnalysisCharts.of(
                        AnalysisKind.SELECTIVITY,
                        result,
                        ChartChoices.FIRST.with("factor", factor).with("window", "first_third"),
                        ChartTheme.light())
                .getFirst();
        Table whole = result.tables().getFirst();
        List<String> factors = ((Table.Words) whole.columns().get(0)).values();
        List<String> windows = ((Table.Words) whole.columns().get(1)).values();
        double[] index = ((Table.Numbers) whole.columns().get(5)).values();
        double[] expected = IntStream.range(0, whole.rows())
                .filter(row ->
                        factors.get(row).equals(factor) && windows.get(row).equals("first_third"))
                .mapToDouble(row -> index[row])
                .toArray();
        assertEquals(8, expected.length);
        assertArrayEquals(expected, ((Table.Numbers) figure.numbers().columns().get(5)).values(), 0);
    }

    /** The columns of E units hold no weight below 0 and those of I units none above, as their colours say. */
    @Test
    void theMatrixShowsWhichUnitsExciteAndWhichInhibit() {
        ChartTheme theme = ChartTheme.light();
        Figure matrix = AnalysisCharts.of(
                        AnalysisKind.CONNECTIVITY, result(AnalysisKind.CONNECTIVITY), ChartChoices.FIRST, theme)
                .getFirst();
        BufferedImage image = new BufferedImage(600, 500, BufferedImage.TYPE_INT_RGB);
        matrix.drawing().draw(image.createGraphics(), new Rectangle2D.Double(0, 0, 600, 500));
        int left = 0;
        int right = 0;
        for (int y = 60; y < 420; y += 3) {
            left += isBlue(new Color(image.getRGB(120, y))) ? 1 : 0;
            right += isOrange(new Color(image.getRGB(430, y))) ? 1 : 0;
        }
        assertTrue(left > 20, "blue at the left: " + left);
        assertTrue(right > 20, "orange at the right: " + right);
    }

    private static boolean isBlue(Color colour) {
        return colour.getBlue() > colour.getRed() + 10;
    }

    private static boolean isOrange(Color colour) {
        return colour.getRed() > colour.getBlue() + 10;
    }

    private static long count(BufferedImage image, Color colour) {
        return IntStream.range(0, image.getHeight())
                .mapToLong(y -> IntStream.range(0, image.getWidth())
                        .filter(x -> image.getRGB(x, y) == colour.getRGB())
                        .count())
                .sum();
    }

    private static int colours(BufferedImage image) {
        Map<Integer, Integer> seen = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                seen.merge(image.getRGB(x, y), 1, Integer::sum);
            }
        }
        return seen.size();
    }
}
