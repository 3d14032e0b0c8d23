package org.dalescope.app.ui.fit;

import java.util.Locale;

/** A panel that the fit view can show. */
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

    /** The key of the panel in the window's saved state. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
