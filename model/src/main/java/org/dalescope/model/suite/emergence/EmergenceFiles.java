package org.dalescope.model.suite.emergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.analysis.core.AnalysisFiles;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.analysis.core.TableBuilder;
import org.dalescope.model.analysis.selectivity.EmergentSummary;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.ComparedScores.Values;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.suite.answer.AnswerJson;
import org.dalescope.model.suite.answer.SuiteAnswer;
import org.dalescope.model.suite.store.SuiteFolder;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the answer of a suite to the question 'emergence': {@code emergence.json} with all evidence, and
 * {@code emergence_factors.csv} and {@code emergence_scores.csv}. A number that is not defined is "NaN" in JSON.
 */
public final class EmergenceFiles {
    private static final List<String> FACTOR_WORDS = List.of("session", "arm", "factor", "window");
    private static final List<String> FACTOR_NUMBERS = List.of(
            "trials",
            "without_input",
            "selective",
            "emergent",
            "r",
            "p",
            "lost_with_cut",
            "direct_lost_with_cut",
            "lost_with_refit",
            "seed_r");

    private EmergenceFiles() {}

    /**
     * The answers and the evidence over sessions.
     *
     * @param unanswered a sentence for every session without an answer
     */
    public record Answer(List<SessionEmergence> sessions, List<String> unanswered, PooledEmergence pooled)
            implements SuiteAnswer {
        static Answer of(List<SessionEmergence> sessions, List<String> unanswered) {
            return new Answer(sessions, unanswered, PooledEmergence.of(sessions));
        }

        /** One sentence per session, and one over sessions if there are several. */
        @Override
        public List<String> sentences() {
            List<String> all =
                    new ArrayList<>(sessions.stream().map(EmergenceSentence::of).toList());
            all.addAll(unanswered);
            if (sessions.size() > 1) {
                all.add(pooled.sentence(sessions));
            }
            return List.copyOf(all);
        }

        @Override
        public String sentence(String session) {
            return sessions.stream()
                    .filter(one -> one.session().equals(session))
                    .map(EmergenceSentence::of)
                    .findFirst()
                    .orElseGet(() -> String.join(" ", unanswered));
        }
    }

    public static void write(SuiteFolder folder, List<SessionEmergence> sessions, List<String> unanswered) {
        Answer answer = Answer.of(sessions, unanswered);
        AnswerJson.write(folder.emergenceJson(), answer, (ObjectNode) AnswerJson.tree(answer));
        AtomicFile.write(folder.folder().resolve("emergence_factors.csv"), AnalysisFiles.csv(factors(sessions)));
        AtomicFile.write(folder.folder().resolve("emergence_scores.csv"), AnalysisFiles.csv(scores(sessions)));
    }

    /**
     * The answer in a suite's folder; empty if there is none yet.
     *
     * @throws InputError if the file is damaged
     */
    public static Optional<Answer> read(SuiteFolder folder) {
        return AnswerJson.read(folder.emergenceJson(), Answer.class);
    }

    private static Table factors(List<SessionEmergence> sessions) {
        TableBuilder table = new TableBuilder(FACTOR_WORDS, FACTOR_NUMBERS);
        for (SessionEmergence session : sessions) {
            for (Map.Entry<String, List<EmergentSummary>> arm :
                    session.factors().entrySet()) {
                for (EmergentSummary one : arm.getValue()) {
                    table.row(
                            List.of(session.session(), arm.getKey(), one.factor(), one.window()),
                            one.trials(),
                            one.indirect(),
                            one.selective(),
                            one.emergent(),
                            one.r(),
                            one.p(),
                            one.meanLostWithCut(),
                            one.meanDirectLostWithCut(),
                            one.lostWithRefit(),
                            one.seedAgreement());
                }
            }
        }
        return table.table("emergence_factors", "");
    }

    private static Table scores(List<SessionEmergence> sessions) {
        TableBuilder table = new TableBuilder(
                List.of("session", "arm"),
                List.of("psth_r", "psth_r2_pooled", "bits_per_spike", "bits_per_spike_e", "bits_per_spike_i"),
                List.of("", "", "bits/spike", "bits/spike", "bits/spike"));
        for (SessionEmergence session : sessions) {
            for (Map.Entry<String, Values> arm : session.scores().entrySet()) {
                Values values = arm.getValue();
                table.row(
                        List.of(session.session(), arm.getKey()),
                        values.of(ComparedScore.PSTH_R, NeuronGroup.ALL),
                        values.of(ComparedScore.R2_POOLED, NeuronGroup.ALL),
                        values.of(ComparedScore.BITS_PER_SPIKE, NeuronGroup.ALL),
                        values.of(ComparedScore.BITS_PER_SPIKE, NeuronGroup.E),
                        values.of(ComparedScore.BITS_PER_SPIKE, NeuronGroup.I));
            }
        }
        return table.table("emergence_scores", "");
    }
}
