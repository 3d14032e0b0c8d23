package org.dalescope.app.chart.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.chart.ShortRunName;
import org.dalescope.app.chart.fit.NeuronFit;
import org.dalescope.app.chart.fit.PsthChart;

/** A chart that compares runs by one neuron's PSTH: the data with its standard error, and the model of every run. */
public final class ComparedPsthChart {
    private static final int LETTERS = 26;

    private ComparedPsthChart() {}

    /**
     * The model of one run.
     *
     * @param source PSTHs of the shown condition
     * @param neuron the neuron's fit in this run
     */
    public record Member(String name, PsthChart.Source source, NeuronFit neuron, LineStyle style) {}

    /**
     * The chart with the names of the runs in its legend.
     *
     * @param members at least one run; all of one session and split, so that the data are the same
     */
    public static ChartContent of(List<Member> members, ChartTheme theme) {
        return of(members, member -> ShortRunName.of(member.name(), LETTERS) + "  " + r(member), theme);
    }

    /**
     * The chart as one of many, without run names, because the colours of the runs are explained next to the charts.
     */
    public static ChartContent brief(List<Member> members, ChartTheme theme) {
        return of(members, ComparedPsthChart::r, theme);
    }

    private static ChartContent of(List<Member> members, Function<Member, String> name, ChartTheme theme) {
        List<Line> lines = new ArrayList<>();
        Member first = members.getFirst();
        ChartContent data = PsthChart.of(first.source(), first.neuron(), theme);
        Line mean = data.lines().get(data.lines().size() - 2);
        lines.add(Line.of("data", mean.x(), mean.y(), mean.style()));
        for (Member member : members) {
            Line model = PsthChart.of(member.source(), member.neuron(), theme)
                    .lines()
                    .getLast();
            lines.add(Line.of(name.apply(member), model.x(), model.y(), member.style()));
        }
        NeuronFit neuron = first.neuron();
        String ceiling =
                Double.isNaN(neuron.ceiling()) ? "not defined" : String.format(Locale.ROOT, "%.2f", neuron.ceiling());
        String title = "n%s  %s  split-half ceiling %s"
                .formatted(neuron.id(), neuron.type().letter(), ceiling);
        return ChartContent.of(title, data.xLabel(), data.yLabel(), lines)
                .withAxis(false, true)
                .with(data.bands(), List.of(), data.marks());
    }

    private static String r(Member member) {
        double r = member.neuron().r();
        return Double.isNaN(r) ? "r -" : String.format(Locale.ROOT, "r %.2f", r);
    }
}
