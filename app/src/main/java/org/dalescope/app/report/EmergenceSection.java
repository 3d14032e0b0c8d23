package org.dalescope.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dalescope.model.analysis.selectivity.EmergentSummary;
import org.dalescope.model.scoring.ComparedScores.Values;
import org.dalescope.model.suite.emergence.EmergenceCriterion;
import org.dalescope.model.suite.emergence.EmergenceFiles.Answer;
import org.dalescope.model.suite.emergence.EmergenceSentence;
import org.dalescope.model.suite.emergence.SessionEmergence;

/** The section of a suite's report that answers whether selectivity arises from recurrence. */
final class EmergenceSection {
    private static final List<String> FACTORS = List.of(
            "arm",
            "factor",
            "neurons without its input",
            "selective in the data",
            "and in the network",
            "r of data and network (p)",
            "lost with W = 0",
            "the same, neurons with its input",
            "lost when refitted with W = 0");

    private EmergenceSection() {}

    static void write(HtmlPage page, Answer answer) {
        page.heading("Does selectivity arise from recurrence?");
        answer.unanswered().forEach(page::paragraph);
        if (answer.sessions().size() > 1) {
            page.paragraph(answer.pooled().sentence(answer.sessions()));
        }
        for (SessionEmergence session : answer.sessions()) {
            page.subheading(session.name() + ": " + session.verdict().words());
            page.paragraph(EmergenceSentence.of(session));
            page.table(List.of("criterion", "outcome", "evidence on sealed trials"), criteria(session));
            page.table(ScoreSection.RIVAL_COLUMNS, scores(session));
            page.note("Mean rates of each arm's networks on " + session.trials() + " sealed trials.");
            page.table(FACTORS, factors(session));
        }
        page.note(
                "A neuron has the input of a factor if an input that tells its levels apart until the end of the"
                        + " window drives its unit. Lost: the part of the network's difference of rates that is missing when W"
                        + " is set to 0, or in a network that was refitted with W = 0. docs/emergence.md says what the verdicts mean"
                        + " and cannot mean. The numbers are in emergence.json, emergence_factors.csv and emergence_scores.csv.");
    }

    private static List<List<String>> criteria(SessionEmergence session) {
        List<List<String>> rows = new ArrayList<>();
        for (EmergenceCriterion one : session.criteria()) {
            rows.add(List.of(one.name(), one.outcome().words(), one.evidence()));
        }
        return rows;
    }

    private static List<List<String>> scores(SessionEmergence session) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, Values> arm : session.scores().entrySet()) {
            rows.add(ScoreSection.row(arm.getKey(), arm.getValue()));
        }
        return rows;
    }

    private static List<List<String>> factors(SessionEmergence session) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, List<EmergentSummary>> arm : session.factors().entrySet()) {
            for (EmergentSummary one : arm.getValue()) {
                rows.add(List.of(
                        arm.getKey(),
                        one.factor(),
                        Integer.toString(one.indirect()),
                        Integer.toString(one.selective()),
                        Integer.toString(one.emergent()),
                        Double.isNaN(one.r()) ? "n/a" : String.format(Locale.ROOT, "%.2f (%.3f)", one.r(), one.p()),
                        EmergenceSentence.percent(one.meanLostWithCut()),
                        EmergenceSentence.percent(one.meanDirectLostWithCut()),
                        EmergenceSentence.percent(one.lostWithRefit())));
            }
        }
        return rows;
    }
}
