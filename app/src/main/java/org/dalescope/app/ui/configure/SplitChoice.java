package org.dalescope.app.ui.configure;

import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.session.split.Splits;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;

/** A way to split a session's trials, offered in the configuration form. */
public enum SplitChoice {
    STRATIFIED(
            "stratified",
            "A random split with every combination of factors in every part, unless data.split, data.split_factors "
                    + "and data.folds set it otherwise; drawn from data.split_seed."),
    REFERENCE("reference", "The predecessor's split, trial for trial; needs the factor 'reward'.");

    private final String word;
    private final String help;

    SplitChoice(String word, String help) {
        this.word = word;
        this.help = help;
    }

    /** Whether a session can be split in this way. */
    public boolean suits(Session session) {
        return this == STRATIFIED || session.factor("reward").isPresent();
    }

    public Split split(Session session, Configuration configuration) {
        return this == REFERENCE ? Splits.reference(session) : Fit.defaultSplit(session, configuration);
    }

    public String help() {
        return help;
    }

    @Override
    public String toString() {
        return word;
    }
}
