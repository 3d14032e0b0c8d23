package org.dalescope.model.suite.grant;

/** A panel of the grant figure that speaks for or against local inhibition as the source of selectivity. */
public enum GrantPanel {
    B(
            "Inhibitory input and selectivity of E neurons",
            "Pearson's r over recorded E neurons between inhibitory input and selectivity beyond chance"),
    C(
            "Learned I units beside recorded interneurons",
            "depth of modulation of I units that are learned from E neurons alone, minus that of the interneurons in the"
                    + " fit to all neurons"),
    D(
            "Variance of the factor in directions that follow the inputs",
            "share of the factor's variance in input-potent directions, minus that in random ones"),
    E("Selectivity of E and I cells", "mean selectivity beyond chance of E cells minus that of I cells");

    private final String title;
    private final String statistic;

    GrantPanel(String title, String statistic) {
        this.title = title;
        this.statistic = statistic;
    }

    public String title() {
        return title;
    }

    /** What the panel's value is, in words. */
    public String statistic() {
        return statistic;
    }

    /**
     * What a value says, from its 95 % interval.
     *
     * @param low NaN if there is no interval
     */
    GrantOutcome outcome(double low, double high) {
        return switch (this) {
            case B -> low > 0 ? GrantOutcome.FOR : high < 0 ? GrantOutcome.AGAINST : GrantOutcome.CANNOT_TELL;
            // Interneurons may be more modulated than is needed because they have inputs of their own.
            case C -> low > 0 ? GrantOutcome.AGAINST : GrantOutcome.CANNOT_TELL;
            case D, E -> high < 0 ? GrantOutcome.FOR : low > 0 ? GrantOutcome.AGAINST : GrantOutcome.CANNOT_TELL;
        };
    }
}
