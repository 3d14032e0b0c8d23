package org.dalescope.model.judge;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;

/**
 * A request to judge a configuration on a session.
 *
 * @param folds number of folds; each fold's trials are sealed once
 * @param seeds seeds of the fits of each fold, whose rates are averaged
 * @param networks the networks to fit, the configured one first
 * @param preset name of the preset the configuration started from
 * @param out folder of the judgement
 * @param command the command line that makes the same request
 */
public record JudgeRequest(
        Session session,
        Configuration configuration,
        int folds,
        List<Long> seeds,
        List<JudgedNetwork> networks,
        String preset,
        Path out,
        String command) {
    /** The number of folds if none is given. */
    public static final int FOLDS = 5;

    private static final List<String> OWN_SPLIT =
            List.of("data.folds", "data.fold", "data.validation_share", "data.test_share");

    private static final int LEAST_FOLDS = 3;
    private static final int MOST_FOLDS = 50;

    public JudgeRequest {
        if (folds < LEAST_FOLDS || folds > MOST_FOLDS) {
            throw new InputError("A judgement needs " + LEAST_FOLDS + " to " + MOST_FOLDS + " folds, but " + folds
                    + " were given: one fold is sealed, the next one chooses the epoch, and the others train.");
        }
        Map<String, String> given = Configuration.schema().texts(configuration);
        Map<String, String> defaults = Configuration.schema().texts(Configuration.defaults());
        for (String key : OWN_SPLIT) {
            if (!Objects.equals(given.get(key), defaults.get(key))) {
                throw new InputError("A judgement makes its own folds, so " + key + " has no effect: remove it. Use"
                        + " --folds for the number of folds.");
            }
        }
    }

    /** The split of each fold, in which its trials are sealed. */
    public List<Split> splits() {
        return Fit.sealedFolds(session, configuration, folds);
    }

    /** The number of fits. */
    public int fits() {
        return folds * seeds.size() * networks.size();
    }
}
