package org.dalescope.app.ui.perturbation;

import java.util.Locale;

/** The labels of a perturbation's statistics in the perturbation view; files use the keys. */
final class StatisticText {
    private StatisticText() {}

    /** The label of a key; keys without their own label are turned into words. */
    static String of(String key) {
        return switch (key) {
            case "change_e_window" -> "Change of the E rate in the window";
            case "change_i_window" -> "Change of the I rate in the window";
            case "change_e_after" -> "Change of the E rate afterwards";
            case "change_i_after" -> "Change of the I rate afterwards";
            case "unseen" -> "Share of rates that the fit has not seen";
            case "psth_r_intact" -> "PSTH r intact";
            case "psth_r_perturbed" -> "PSTH r perturbed";
            default ->
                capital(key.replaceFirst("^readout_r2_", "R2 of the read-out, ").replace('_', ' '));
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
