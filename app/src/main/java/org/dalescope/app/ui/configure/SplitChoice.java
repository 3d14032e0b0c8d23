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
            "A random split with every combination of factors in every part. The settings data.split,"
                    + " data.split_factors, data.folds and data.split_seed change it."),
    REFERENCE(
            "reference",
            "The split of the earlier program, trial for trial. The session must have the factor" + " 'reward'.");

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
