package org.dalescope.model.scoring;

/** The scores that are compared with those of simple rivals. */
public enum ComparedScore {
    PSTH_R(ScoreKind.PSTH_R.key(), ScoreKind.PSTH_R.definition(), "no neuron varies"),
    R2_POOLED(SecondaryScoreKind.PSTH_R2_POOLED, "no neuron varies on the scored bins"),
    R2_MEDIAN(SecondaryScoreKind.PSTH_R2_MEDIAN, "no neuron varies on the scored bins"),
    BITS_PER_SPIKE(SecondaryScoreKind.BITS_PER_SPIKE, "no spike on the scored bins");

    private final String key;
    private final String definition;
    private final String undefined;

    ComparedScore(SecondaryScoreKind kind, String undefined) {
        this(kind.key(), kind.definition(), undefined);
    }

    ComparedScore(String key, String definition, String undefined) {
        this.key = key;
        this.definition = definition;
        this.undefined = undefined;
    }

    /** The name in JSON and in tables. */
    public String key() {
        return key;
    }

    public String definition() {
        return definition;
    }

    /** The reason why the score of some neurons is not defined, if there are such neurons. */
    public String undefined() {
        return undefined;
    }
}
