package org.dalescope.model.suite.grant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dalescope.model.math.stats.CorrelationInterval;
import org.dalescope.model.math.stats.MeanOverSessions;
import org.dalescope.model.suite.answer.SuiteAnswer;

/**
 * The answer of the suite 'grant-figure': whether local inhibition carries the selectivity for two factors.
 *
 * @param factors the same for all sessions
 * @param sessions with all fits that the panels need
 * @param unanswered a sentence for every other session
 */
public record GrantFigure(List<String> factors, List<GrantSession> sessions, List<String> unanswered)
        implements SuiteAnswer {
    private static final int LEAST_PANELS = 2;

    /**
     * The evidence of every panel and factor: of the one session, or the means over the sessions in which E neurons are
     * selective for the factor.
     */
    public List<PanelEvidence> evidence() {
        if (sessions.size() == 1) {
            return sessions.getFirst().evidence();
        }
        List<PanelEvidence> all = new ArrayList<>();
        for (GrantPanel panel : GrantPanel.values()) {
            for (String factor : factors) {
                all.add(overSessions(panel, factor));
            }
        }
        return List.copyOf(all);
    }

    private PanelEvidence overSessions(GrantPanel panel, String factor) {
        List<PanelEvidence> each = sessions.stream()
                .flatMap(session -> session.evidence().stream())
                .filter(one -> one.panel() == panel && one.factor().equals(factor) && one.selective() > 0)
                .toList();
        // A mean of r and its interval stay between -1 and 1 if they are computed on Fisher's scale.
        boolean isR = panel == GrantPanel.B;
        MeanOverSessions mean = MeanOverSessions.of(each.stream()
                .mapToDouble(one -> isR ? CorrelationInterval.fisher(one.value()) : one.value())
                .toArray());
        return new PanelEvidence(
                panel,
                factor,
                each.stream().mapToInt(PanelEvidence::selective).sum(),
                isR ? Math.tanh(mean.mean()) : mean.mean(),
                isR ? Math.tanh(mean.low()) : mean.low(),
                isR ? Math.tanh(mean.high()) : mean.high(),
                mean.sessions() + " sessions");
    }

    /** What a panel says for all factors together. */
    public GrantOutcome outcome(GrantPanel panel) {
        return GrantOutcome.of(
                evidence().stream()
                        .filter(one -> one.panel() == panel)
                        .map(PanelEvidence::outcome)
                        .toList(),
                1);
    }

    /** The verdict: at least two panels that agree, and none that speaks for the opposite. */
    public GrantOutcome verdict() {
        return GrantOutcome.of(
                Arrays.stream(GrantPanel.values()).map(this::outcome).toList(), LEAST_PANELS);
    }

    /** The verdict in one sentence that can be quoted, and a sentence for every session without an answer. */
    @Override
    public List<String> sentences() {
        List<String> all = new ArrayList<>();
        if (!sessions.isEmpty()) {
            all.add(sentence());
        }
        all.addAll(unanswered);
        return List.copyOf(all);
    }

    /** The answer over all sessions, because the figure is about all of them together, without its numbers. */
    @Override
    public String sentence(String session) {
        List<String> all = new ArrayList<>();
        if (!sessions.isEmpty()) {
            all.add(withEvidence(summary()));
        }
        all.addAll(unanswered);
        return String.join(" ", all);
    }

    private String sentence() {
        return withEvidence(verdict() == GrantOutcome.CANNOT_TELL ? summary() : panels(verdict()));
    }

    /** The verdict with its evidence in words. */
    private String withEvidence(String evidence) {
        String where = sessions.size() == 1 ? one(sessions.getFirst()) : "Over " + sessions.size() + " sessions, ";
        String what =
                switch (verdict()) {
                    case FOR -> "the panels suggest that local inhibition carries";
                    case AGAINST -> "the panels suggest that local inhibition does not carry";
                    case CANNOT_TELL -> "the panels cannot tell whether local inhibition carries";
                };
        return where + what + " the selectivity for " + String.join(" and ", factors) + ": " + evidence + ".";
    }

    private static String one(GrantSession session) {
        return String.format(
                Locale.ROOT,
                "In %s (%d E and %d I neurons, %d sealed trials), ",
                session.name(),
                session.excitatory(),
                session.inhibitory(),
                session.sealed());
    }

    /** The numbers of the panels with an outcome. */
    private String panels(GrantOutcome wanted) {
        return evidence().stream()
                .filter(one -> outcome(one.panel()) == wanted && one.outcome() == wanted)
                .map(one -> one.panel().statistic() + " is " + one.amount() + " for " + one.factor() + " (panel "
                        + one.panel() + ")")
                .collect(Collectors.joining("; "));
    }

    private String summary() {
        String nothing = evidence().stream()
                .filter(one -> one.selective() == 0)
                .map(PanelEvidence::factor)
                .distinct()
                .map(factor -> "no E neuron is selective for " + factor + "; ")
                .collect(Collectors.joining());
        return nothing
                + Arrays.stream(GrantPanel.values())
                        .map(panel -> "panel " + panel + " " + outcome(panel).verb())
                        .collect(Collectors.joining(", "));
    }
}
