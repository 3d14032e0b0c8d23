package org.dalescope.app.ui.control;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Scene;
import org.dalescope.app.chart.ChartTheme;

/** Light or dark, which follows the desktop until the person chooses, and the size of letters. */
public final class Appearance {
    /** The sizes that letters may have, in percent. */
    public static final List<Integer> FONT_PERCENTS = List.of(85, 100, 115, 130, 150);

    private static final String SHEET = "/org/dalescope/window/window.css";
    private final BooleanProperty dark = new SimpleBooleanProperty(false);
    private final IntegerProperty fontPercent = new SimpleIntegerProperty(100);

    public Appearance() {
        Platform.Preferences desktop = Platform.getPreferences();
        dark.set(desktop.getColorScheme() == ColorScheme.DARK);
        desktop.colorSchemeProperty().subscribe(scheme -> dark.set(scheme == ColorScheme.DARK));
        dark.subscribe(isDark -> Application.setUserAgentStylesheet(
                isDark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    /** Size of the letters; everything else is measured in them. */
    public IntegerProperty fontPercentProperty() {
        return fontPercent;
    }

    /** The next larger (1) or smaller (-1) letters; nothing beyond the ends. */
    public void resize(int by) {
        int at = FONT_PERCENTS.indexOf(fontPercent.get()) + by;
        fontPercent.set(FONT_PERCENTS.get(Math.clamp(at, 0, FONT_PERCENTS.size() - 1)));
    }

    /** What the person chose, where that is not what the desktop says. */
    public Optional<Boolean> chosenDark() {
        boolean desktop = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        return dark.get() == desktop ? Optional.empty() : Optional.of(dark.get());
    }

    /** Back to what the desktop says. */
    public void follow() {
        dark.set(Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    }

    /** The colours and letters of charts, which follow no style sheet. */
    public ChartTheme charts() {
        return (dark.get() ? ChartTheme.dark() : ChartTheme.light()).withLetters(fontPercent.get() / 100.0);
    }

    /** Gives a scene the program's own sheet. */
    public static void style(Scene scene) {
        scene.getStylesheets()
                .add(Objects.requireNonNull(Appearance.class.getResource(SHEET), SHEET)
                        .toExternalForm());
    }
}
