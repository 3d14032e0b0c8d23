package org.dalescope.model.judge;

import java.util.List;
import java.util.Optional;

/**
 * The result of judging a configuration on a session.
 *
 * @param sessionName name of the session
 * @param preset name of the preset the configuration started from
 * @param trials number of sealed trials, all folds together
 * @param neurons number of neurons
 * @param network scores of the configured network, whose rates are averaged over the seeds
 * @param others scores of the refitted networks, then of the rivals
 * @param worseThanConstant ids of the neurons that a constant rate predicts better, in at least one fold
 * @param undoneEpochs number of epochs that diverged and were repeated, over all fits
 * @param verdict one sentence for each question
 * @param command the command line that repeats the judgement
 */
public record Judgement(
        String sessionName,
        String preset,
        int trials,
        int neurons,
        int folds,
        List<Long> seeds,
        JudgedScores network,
        List<JudgedScores> others,
        List<Integer> worseThanConstant,
        int undoneEpochs,
        List<String> verdict,
        String command) {
    /** The scores of another prediction by its key. */
    public Optional<JudgedScores> other(String key) {
        return others.stream().filter(scores -> scores.key().equals(key)).findFirst();
    }
}
