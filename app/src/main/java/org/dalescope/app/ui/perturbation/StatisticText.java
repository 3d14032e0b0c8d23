package org.dalescope.app.ui.perturbation;

import java.util.Locale;
import org.dalescope.app.text.Messages;

/** Statistics of a perturbation as a person reads them; in files they keep their keys. */
final class StatisticText {
    private StatisticText() {}

    /** What a key means in short; keys without a wording of their own are read word by word. */
    static String of(String key) {
        return switch (key) {
            case "change_e_window" -> Messages.of("perturbation.change-of-the-e");
            case "change_i_window" -> Messages.of("perturbation.change-of-the-i");
            case "change_e_after" -> Messages.of("perturbation.change-of-the-e-rate");
            case "change_i_after" -> Messages.of("perturbation.change-of-the-i-rate");
            case "psth_r_intact" -> Messages.of("perturbation.psth-r-intact");
            case "psth_r_perturbed" -> Messages.of("perturbation.psth-r-perturbed");
            default ->
                capital(key.replaceFirst("^readout_r2_", Messages.of("perturbation.r2-of-the-read") + " ")
                        .replace('_', ' '));
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
