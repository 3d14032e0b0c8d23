package org.dalescope.app.ui.fit;

import java.util.Locale;

/** What the scope can show. */
enum FitPanel {
    LOSSES("Losses"),
    SCORE("Score and its ceilings"),
    TAU("Time constants"),
    GRADIENTS("Gradients"),
    NEURONS("Worst and pinned neurons"),
    RATES("Mean rates"),
    DATA_TRIALS("Single trials, data"),
    MODEL_TRIALS("Single trials, model"),
    WEIGHTS("Recurrent weights"),
    STABILITY("Eigenvalues of W_rec"),
    LEARNING_RATE("Learning rate");

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
