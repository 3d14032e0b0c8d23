package org.dalescope.app.ui.fit;

import java.util.Locale;
import org.dalescope.app.text.Messages;

/** What the scope can show. */
enum FitPanel {
    LOSSES(Messages.of("fit.losses")),
    SCORE(Messages.of("fit.score-and-its-ceilings")),
    TAU(Messages.of("fit.time-constants")),
    GRADIENTS(Messages.of("fit.gradients")),
    NEURONS(Messages.of("fit.worst-and-pinned-neurons")),
    RATES(Messages.of("fit.mean-rates")),
    DATA_TRIALS(Messages.of("fit.single-trials-data")),
    MODEL_TRIALS(Messages.of("fit.single-trials-model")),
    WEIGHTS(Messages.of("fit.recurrent-weights")),
    STABILITY(Messages.of("fit.eigenvalues-of-w-rec")),
    LEARNING_RATE(Messages.of("fit.learning-rate-2"));

    private final String title;

    FitPanel(String title) {
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
