package org.dalescope.app.window.fit;

import java.util.Locale;
import org.dalescope.app.words.Words;

/** What the scope can show. */
enum ScopePanel {
    LOSSES(Words.of("fit.losses")),
    SCORE(Words.of("fit.score-and-its-ceilings")),
    TAU(Words.of("fit.time-constants")),
    GRADIENTS(Words.of("fit.gradients")),
    NEURONS(Words.of("fit.worst-and-pinned-neurons")),
    RATES(Words.of("fit.mean-rates")),
    DATA_TRIALS(Words.of("fit.single-trials-data")),
    MODEL_TRIALS(Words.of("fit.single-trials-model")),
    WEIGHTS(Words.of("fit.recurrent-weights")),
    STABILITY(Words.of("fit.eigenvalues-of-w-rec")),
    LEARNING_RATE(Words.of("fit.learning-rate-2"));

    private final String title;

    ScopePanel(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** For the window's state. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
