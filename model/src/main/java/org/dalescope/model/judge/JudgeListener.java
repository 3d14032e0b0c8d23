package org.dalescope.model.judge;

import org.dalescope.model.training.EpochSnapshot;

/** Receives the progress of a judgement. */
public interface JudgeListener {
    /** A fit starts or continues; fits are counted from 1. */
    void started(int fit, int fits, JudgedNetwork network, int fold, long seed);

    /** An epoch of the current fit is done. */
    void epoch(EpochSnapshot snapshot);

    /** The expected duration of the whole judgement is known. */
    void expected(double seconds);

    /** A message for the user. */
    void note(String sentence);
}
