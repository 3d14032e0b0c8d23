package org.dalescope.model.suite.answer;

import java.util.List;

/** The answer of a suite to the question of its plan. */
public interface SuiteAnswer {
    /** The answer in sentences that can be quoted, and a sentence for every session without an answer. */
    List<String> sentences();

    /**
     * The answer for one session in a sentence; the answer for all sessions together if it has none for single ones.
     *
     * @param session name of the session's folder in the suite
     */
    String sentence(String session);
}
