package org.dalescope.app.ui.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.TwoDecimals;
import org.dalescope.app.chart.fit.EpochUnit;
import org.dalescope.app.chart.fit.GradientChart;
import org.dalescope.app.chart.fit.LearningRateChart;
import org.dalescope.app.chart.fit.LossChart;
import org.dalescope.app.chart.fit.RatesChart;
import org.dalescope.app.chart.fit.ReferenceRun;
import org.dalescope.app.chart.fit.ScoreChart;
import org.dalescope.app.chart.fit.StabilityChart;
import org.dalescope.app.chart.fit.TauChart;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.model.scoring.CeilingShare;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.scoring.rival.Rival;
import org.dalescope.model.settings.LearnedTau;
import org.dalescope.model.training.EpochRecord;

/** The view model of the fit view: its panels and options, and the numbers in its header. */
public final class FitViewModel {
    private static final double DEFAULT_SMOOTHING = 0.6;
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(true);
    private final ObjectProperty<EpochUnit> unit = new SimpleObjectProperty<>(EpochUnit.EPOCHS);
    private final BooleanProperty penalty = new SimpleBooleanProperty(false);
    private final DoubleProperty smoothing = new SimpleDoubleProperty(DEFAULT_SMOOTHING);

    private final Map<FitPanel, BooleanProperty> panels = new EnumMap<>(FitPanel.class);
    private final ObjectProperty<Optional<ReferenceRun>> ghost = new SimpleObjectProperty<>(Optional.empty());

    /** A view model with all panels and mild smoothing over the raw losses. */
    public FitViewModel() {
        for (FitPanel panel : FitPanel.values()) {
            panels.put(panel, new SimpleBooleanProperty(true));
        }
    }

    /** Whether each panel is shown in the fit view. */
    Map<FitPanel, BooleanProperty> panels() {
        return panels;
    }

    boolean isShown(FitPanel panel) {
        return Optional.ofNullable(panels.get(panel)).map(BooleanProperty::get).orElse(true);
    }

    /** The options of the fit view, for the window's saved state. */
    public Map<String, String> looks() {
        Map<String, String> looks = new LinkedHashMap<>();
        looks.put("scope.logarithmic", Boolean.toString(logarithmic.get()));
        looks.put("scope.unit", unit.get().name());
        looks.put("scope.penalty", Boolean.toString(penalty.get()));
        looks.put("scope.smoothing", String.format(Locale.ROOT, "%.2f", smoothing.get()));
        panels.forEach((panel, visible) -> looks.put("scope." + panel.key(), Boolean.toString(visible.get())));
        return looks;
    }

    /** Restores the options of the fit view; missing or invalid values are ignored. */
    public void restore(Map<String, String> looks) {
        Optional.ofNullable(looks.get("scope.logarithmic")).ifPresent(on -> logarithmic.set(Boolean.parseBoolean(on)));
        Arrays.stream(EpochUnit.values())
                .filter(known -> known.name().equals(looks.get("scope.unit")))
                .findFirst()
                .ifPresent(unit::set);
        Optional.ofNullable(looks.get("scope.penalty")).ifPresent(on -> penalty.set(Boolean.parseBoolean(on)));
        Optional.ofNullable(looks.get("scope.smoothing"))
                .filter(text -> text.matches("0\\.\\d{1,2}"))
                .ifPresent(text -> smoothing.set(Double.parseDouble(text)));
        panels.forEach((panel, visible) -> Optional.ofNullable(looks.get("scope." + panel.key()))
                .ifPresent(on -> visible.set(Boolean.parseBoolean(on))));
    }

    /** The earlier run that is drawn behind the shown one. */
    public ObjectProperty<Optional<ReferenceRun>> ghostProperty() {
        return ghost;
    }

    /** Whether the chart of the losses has the penalty L_reg. */
    public BooleanProperty penaltyProperty() {
        return penalty;
    }

    /** What the horizontal axis of the curves counts. */
    public ObjectProperty<EpochUnit> unitProperty() {
        return unit;
    }

    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** The weight of earlier values in the smoothing, from 0 (raw) to below 1. */
    public DoubleProperty smoothingProperty() {
        return smoothing;
    }

    public ChartContent losses(RunSnapshot run, ChartTheme theme) {
        LossChart.Look look = new LossChart.Look(logarithmic.get(), smoothing.get(), penalty.get());
        ChartContent content = LossChart.of(run.history(), run.bestEpoch(), look, theme);
        return ghost.get().map(g -> g.behindLosses(content, theme)).orElse(content);
    }

    public ChartContent score(RunSnapshot run, ChartTheme theme) {
        ChartContent content = ScoreChart.of(
                run.history(),
                run.bestEpoch(),
                run.ceilings(),
                run.rival(Rival.LINEAR_MODEL)
                        .map(rival -> rival.values().of(ComparedScore.PSTH_R, NeuronGroup.ALL))
                        .orElse(Double.NaN),
                theme);
        return ghost.get().map(g -> g.behindScore(content, theme)).orElse(content);
    }

    /**
     * The chart of the time constants.
     *
     * @param neuron the selected neuron, whose line is strong
     */
    public ChartContent tau(RunSnapshot run, Optional<Integer> neuron, ChartTheme theme) {
        boolean units = run.learnedTau() == LearnedTau.UNIT;
        ChartContent content = TauChart.of(run.views(), run.tauReferences(), neuron, run.bestEpoch(), units, theme);
        return ghost.get().map(g -> g.behindTau(content, theme)).orElse(content);
    }

    public ChartContent gradients(RunSnapshot run, ChartTheme theme) {
        ChartContent content = GradientChart.of(run.history(), run.bestEpoch(), theme);
        return ghost.get().map(g -> g.behindGradients(content, theme)).orElse(content);
    }

    public static ChartContent learningRate(RunSnapshot run, ChartTheme theme) {
        return LearningRateChart.of(run.history(), run.bestEpoch(), theme);
    }

    public static ChartContent rates(RunSnapshot run, ChartTheme theme) {
        return RatesChart.of(run.views(), run.kept().kept(), run.bestEpoch(), theme);
    }

    public static ChartContent stability(RunSnapshot run, List<StabilityChart.Point> points, ChartTheme theme) {
        return StabilityChart.of(points, run.bestEpoch(), theme);
    }

    /** The best score with its ceiling and, once the run has ended, its uncertainty. */
    public static String headline(RunSnapshot run) {
        double ceiling = run.ceilings().trainingPsth();
        double value = run.psthR();
        if (Double.isNaN(value)) {
            return "No epoch has finished yet. The training-PSTH ceiling is %s.".formatted(TwoDecimals.of(ceiling));
        }
        String error = run.score()
                .filter(score -> !Double.isNaN(score.standardError()))
                .map(score -> " ± " + TwoDecimals.of(score.standardError()))
                .orElse("");
        String score = "Validation psth_r %s%s / %s".formatted(TwoDecimals.of(value), error, TwoDecimals.of(ceiling));
        return !run.hasShare()
                ? "%s: no share, because the training trials hardly predict the validation trials (use more trials)"
                        .formatted(score)
                : "%s = %s of the training-PSTH ceiling"
                        .formatted(score, TwoDecimals.of(CeilingShare.of(value, ceiling)));
    }

    /** What the network has more or less than the linear model in every score, for all, E and I neurons. */
    public static String rivalsInDetail(RunSnapshot run) {
        List<String> lines = new ArrayList<>();
        run.rival(Rival.LINEAR_MODEL).ifPresent(linear -> {
            for (ComparedScore score : ComparedScore.values()) {
                for (NeuronGroup group : NeuronGroup.values()) {
                    lines.add(name(score)
                            + (group == NeuronGroup.ALL ? "" : " of " + group.member() + "s")
                            + ": " + linear.difference(score, group).words("the linear model"));
                }
            }
        });
        lines.add("Intervals are 95 % over trials. 'dalescope judge' compares on sealed trials.");
        return String.join("\n", lines);
    }

    private static String name(ComparedScore score) {
        return switch (score) {
            case PSTH_R -> "psth_r";
            case R2_POOLED -> "R\u00b2";
            case R2_MEDIAN -> "median R\u00b2";
            case BITS_PER_SPIKE -> "bits/spike";
        };
    }

    /** The state of a run in a line, such as "finished, 75 of 75 epochs, best epoch 53". */
    public static String state(RunSnapshot run, boolean isPaused) {
        String progress = status(run, isPaused);
        return run.history().isEmpty() ? progress : "%s, best epoch %s".formatted(progress, run.bestEpoch());
    }

    /** The numbers of the last epoch, or of the epoch that the user chose. */
    public static String details(RunSnapshot run) {
        List<String> parts = new ArrayList<>();
        if (!run.history().isEmpty()) {
            int at = run.chosen().orElse(run.history().size());
            EpochRecord last = run.history().get(at - 1);
            parts.add("%s: loss %s, validation %s, training %s"
                    .formatted(
                            run.chosen().isPresent() ? "epoch %s".formatted(at) : "last epoch",
                            TwoDecimals.of(last.loss()),
                            TwoDecimals.of(last.validationPsthR()),
                            TwoDecimals.of(last.trainPsthR())));
            parts.add(String.format(Locale.ROOT, "learning rate %.2g", last.learningRate()));
        }
        run.epochView()
                .filter(view -> view.units() > 0)
                .ifPresent(
                        view -> parts.add(EigenvalueTrace.dale(view, run.views().unitTypes(view.units()))));
        parts.add(
                "split-half ceiling %s".formatted(TwoDecimals.of(run.ceilings().splitHalf())));
        return String.join("  ·  ", parts);
    }

    /** The numbers of the epoch nearest to a value of the horizontal axis in a line; empty if there is none. */
    public String at(RunSnapshot run, double cursor) {
        int at = unit.get().epochAt(cursor, run.history(), run.trainTrials());
        if (Double.isNaN(cursor) || at < 1) {
            return "";
        }
        EpochRecord record = run.history().get(at - 1);
        return String.format(
                Locale.ROOT,
                "epoch %d, not smoothed: loss %.3g, validation %.3f, training %.3f, tau %.1f / %.1f ms, learning rate %.2g",
                at,
                record.loss(),
                record.validationPsthR(),
                record.trainPsthR(),
                record.tauE(),
                record.tauI(),
                record.learningRate());
    }

    private static String status(RunSnapshot run, boolean isPaused) {
        String epochs = "%s of %s epochs".formatted(run.history().size(), run.epochs());
        return switch (run.status()) {
            case RUNNING -> isPaused ? "paused, %s".formatted(epochs) : "running, %s".formatted(epochs);
            case STOPPED -> "stopped after %s (Resume continues it)".formatted(epochs);
            case EARLY_STOPPED -> "stopped early after %s".formatted(epochs);
            case FINISHED -> "finished, %s".formatted(epochs);
            case FAILED -> "failed after %s".formatted(epochs);
        };
    }
}
