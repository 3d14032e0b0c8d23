package org.dalescope.app.ui.perturbation;

import java.util.Locale;
import org.dalescope.model.analysis.perturbation.Intervention;
import org.dalescope.model.analysis.perturbation.UnitSetParser;

/**
 * The values of one row of controls in the perturbation view, which describe an intervention.
 *
 * @param units the units as {@link UnitSetParser} reads them; for {@link Verb#CUT} the sending units
 * @param to the receiving units of {@link Verb#CUT}
 * @param amount the strength, current or factor
 * @param channel the input channel of {@link Verb#LESION}
 */
record InterventionForm(Verb verb, String units, String to, double amount, String channel) {
    /** A kind of intervention, with the range and the initial value of its slider. */
    enum Verb {
        SILENCE(0, 1, 0.3, "strength, 1 is silent"),
        DRIVE(-2, 2, 0.5, "current, in the units of b"),
        CUT(0, 2, 0, "factor, 0 cuts"),
        LESION(0, 0, 0, "");

        private final double least;
        private final double most;
        private final double start;
        private final String words;

        Verb(double least, double most, double start, String words) {
            this.least = least;
            this.most = most;
            this.start = start;
            this.words = words;
        }

        double least() {
            return least;
        }

        double most() {
            return most;
        }

        double start() {
            return start;
        }

        String words() {
            return words;
        }

        String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static InterventionForm first(Verb verb, String channel) {
        return new InterventionForm(verb, "I", "E", verb.start(), channel);
    }

    /**
     * The intervention that these values describe.
     *
     * @throws InputError if the text names no units
     */
    Intervention intervention() {
        return switch (verb) {
            case SILENCE -> new Intervention.Silence(UnitSetParser.of(units), amount);
            case DRIVE -> new Intervention.Drive(UnitSetParser.of(units), amount);
            case CUT -> new Intervention.Cut(UnitSetParser.of(units), UnitSetParser.of(to), amount);
            case LESION -> new Intervention.Lesion(channel);
        };
    }
}
