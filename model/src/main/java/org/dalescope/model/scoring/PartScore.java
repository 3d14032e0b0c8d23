package org.dalescope.model.scoring;

/**
 * The scores of a model on a part of the trials or of their time.
 *
 * @param by {@code condition} or {@code epoch}
 * @param trials number of scored trials in the part
 * @param bins number of bins of psth_r in the part
 * @param r psth_r within the part; NaN if not defined, like all scores of this record
 * @param rE psth_r over E neurons
 * @param rI psth_r over I neurons
 * @param standardError of {@code r}, jackknife over trials
 * @param r2Pooled see {@link SecondaryScoreKind#PSTH_R2_POOLED}
 * @param r2Median see {@link SecondaryScoreKind#PSTH_R2_MEDIAN}
 * @param bitsPerSpike see {@link SecondaryScoreKind#BITS_PER_SPIKE}, with mean rates of the part
 */
public record PartScore(
        String by,
        String name,
        int trials,
        int bins,
        double r,
        double rE,
        double rI,
        double standardError,
        double r2Pooled,
        double r2Median,
        double bitsPerSpike) {
    /** The definition of the parts, for display. */
    public static final String DEFINITION =
            "The same scores within a part: every level of every discrete factor (over the whole trial); bins before"
                    + " and after time zero; the thirds of the bins with at least 10 valid trials. psth_r as above"
                    + " on the part's trials and bins (at least 10 valid trials each, smoothed within the part); r2"
                    + " likewise; bits_per_spike against the mean rates within the part.";
}
