package org.dalescope.model.suite.emergence;

/**
 * One criterion with its evidence.
 *
 * @param outcome whether it holds, or why it cannot be decided
 * @param evidence the numbers, in a sentence
 */
public record EmergenceCriterion(String name, Outcome outcome, String evidence) {
    /** Whether a criterion holds. */
    public enum Outcome {
        HOLDS("holds"),
        FAILS("does not hold"),
        UNDECIDED("cannot tell"),
        /** It describes the networks and takes no part in the verdict. */
        DESCRIPTIVE("no part in the verdict");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
