package org.dalescope.app.window.configure;

import org.dalescope.app.words.Words;
import org.dalescope.model.configuration.Configuration;
import org.dalescope.model.session.Session;
import org.dalescope.model.split.Split;
import org.dalescope.model.split.Splits;
import org.dalescope.model.training.Fit;

/** How trials are divided. */
public enum SplitChoice {
    STRATIFIED("stratified", Words.of("configure.random-every-combination-of")),
    REFERENCE("reference", Words.of("configure.the-predecessors-split-trial"));

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
