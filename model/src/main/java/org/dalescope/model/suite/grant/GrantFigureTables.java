package org.dalescope.model.suite.grant;

import java.util.List;
import java.util.Locale;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.analysis.core.TableBuilder;
import org.dalescope.model.suite.grant.GrantSession.Cell;
import org.dalescope.model.suite.grant.GrantSession.InhibitedNeuron;
import org.dalescope.model.suite.grant.GrantSession.ModulatedUnit;
import org.dalescope.model.suite.grant.GrantSession.SubspaceShare;

/** The numbers of the grant figure as tables, one per panel, and the evidence. */
public final class GrantFigureTables {
    private GrantFigureTables() {}

    static List<Table> of(GrantFigure figure) {
        return List.of(
                task(figure), inhibition(figure), learned(figure), courses(figure), shares(figure), cells(figure));
    }

    private static Table task(GrantFigure figure) {
        TableBuilder table = new TableBuilder(List.of("session", "input"), List.of("time", "mean"), List.of("ms", ""));
        for (GrantSession session : figure.sessions()) {
            for (GrantSession.Input input : session.task().inputs()) {
                for (int bin = 0; bin < input.mean().size(); bin++) {
                    table.row(
                            List.of(session.session(), input.name()),
                            session.task().timesMs().get(bin),
                            input.mean().get(bin));
                }
            }
        }
        return table.table("grant-figure-a", "");
    }

    private static Table inhibition(GrantFigure figure) {
        TableBuilder table = new TableBuilder(
                List.of("session", "factor"),
                List.of("neuron", "inhibitory_input", "inhibitory_input_sd", "inhibitory_weight", "selectivity"));
        for (GrantSession session : figure.sessions()) {
            for (int f = 0; f < figure.factors().size(); f++) {
                for (InhibitedNeuron one : session.inhibition()) {
                    table.row(
                            List.of(session.session(), figure.factors().get(f)),
                            one.neuron(),
                            one.input(),
                            one.inputSd(),
                            one.weight(),
                            one.selectivity().get(f));
                }
            }
        }
        return table.table("grant-figure-b", "");
    }

    private static Table learned(GrantFigure figure) {
        TableBuilder table = new TableBuilder(
                List.of("session", "origin", "factor"),
                List.of("seed", "number", "depth", "influence", "r_with_i_neurons", "r_with_e_neurons"));
        for (GrantSession session : figure.sessions()) {
            for (int f = 0; f < figure.factors().size(); f++) {
                for (ModulatedUnit one : session.learned()) {
                    table.row(
                            List.of(
                                    session.session(),
                                    one.origin().name().toLowerCase(Locale.ROOT),
                                    figure.factors().get(f)),
                            (double) one.seed(),
                            one.number(),
                            one.depth().get(f),
                            one.influence(),
                            one.rWithI(),
                            one.rWithE());
                }
            }
        }
        return table.table("grant-figure-c", "");
    }

    private static Table courses(GrantFigure figure) {
        TableBuilder table =
                new TableBuilder(List.of("session"), List.of("time", "recorded", "learned"), List.of("ms", "z", "z"));
        for (GrantSession session : figure.sessions()) {
            GrantSession.Courses courses = session.courses();
            for (int bin = 0; bin < courses.timesMs().size(); bin++) {
                table.row(
                        List.of(session.session()),
                        courses.timesMs().get(bin),
                        courses.recorded().isEmpty()
                                ? Double.NaN
                                : courses.recorded().get(bin),
                        courses.learned().isEmpty()
                                ? Double.NaN
                                : courses.learned().get(bin));
            }
        }
        return table.table("grant-figure-c-courses", "");
    }

    private static Table shares(GrantFigure figure) {
        TableBuilder table = new TableBuilder(
                List.of("session", "of", "factor"),
                List.of("directions", "potent", "potent_error", "null", "random", "random_low", "random_high"));
        for (GrantSession session : figure.sessions()) {
            for (SubspaceShare one : session.shares()) {
                table.row(
                        List.of(session.session(), one.of(), one.factor()),
                        one.directions(),
                        one.potent(),
                        one.error(),
                        1 - one.potent(),
                        one.random(),
                        one.low(),
                        one.high());
            }
        }
        return table.table("grant-figure-d", "");
    }

    private static Table cells(GrantFigure figure) {
        TableBuilder table =
                new TableBuilder(List.of("session", "type", "factor"), List.of("neuron", "index", "chance", "p"));
        for (GrantSession session : figure.sessions()) {
            for (int f = 0; f < figure.factors().size(); f++) {
                for (Cell one : session.cells()) {
                    table.row(
                            List.of(
                                    session.session(),
                                    one.type(),
                                    figure.factors().get(f)),
                            one.neuron(),
                            one.index().get(f),
                            one.chance().get(f),
                            one.p().get(f));
                }
            }
        }
        return table.table("grant-figure-e", "");
    }

    /** The value of every panel, factor and session, and the means over sessions if there are several. */
    public static Table evidence(GrantFigure figure) {
        TableBuilder table = new TableBuilder(
                List.of("session", "panel", "factor", "outcome", "over"),
                List.of("selective_e_neurons", "value", "low", "high"));
        for (GrantSession session : figure.sessions()) {
            session.evidence().forEach(one -> row(table, session.session(), one));
        }
        if (figure.sessions().size() > 1) {
            figure.evidence().forEach(one -> row(table, "all", one));
        }
        return table.table("grant-figure", "");
    }

    private static void row(TableBuilder table, String session, PanelEvidence one) {
        table.row(
                List.of(session, one.panel().name(), one.factor(), one.outcome().words(), one.over()),
                one.selective(),
                one.value(),
                one.low(),
                one.high());
    }
}
