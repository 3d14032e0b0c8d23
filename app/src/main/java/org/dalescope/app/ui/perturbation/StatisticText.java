package org.dalescope.app.ui.perturbation;

import java.util.Locale;

/** Statistics of a perturbation as a person reads them; in files they keep their keys. */
final class StatisticText {
    private StatisticText() {}

    /** What a key means in short; keys without a wording of their own are read word by word. */
    static String of(String key) {
        return switch (key) {
            case "change_e_window" -> "Change of the E rate in the window";
            case "change_i_window" -> "Change of the I rate in the window";
            case "change_e_after" -> "Change of the E rate after it";
            case "change_i_after" -> "Change of the I rate after it";
            case "psth_r_intact" -> "PSTH r intact";
            case "psth_r_perturbed" -> "PSTH r perturbed";
            default ->
                capital(key.replaceFirst("^readout_r2_", "R2 of the read-out," + " ")
                        .replace('_', ' '));
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
