package org.dalescope.app.window.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import org.dalescope.app.chart.ChartTheme;

/** Light or dark: follows the desktop until the person chooses. */
public final class Appearance {
    private static final String SHEET = "/org/dalescope/window/window.css";
    private final BooleanProperty dark = new SimpleBooleanProperty(false);

    public Appearance() {
        Platform.Preferences desktop = Platform.getPreferences();
        dark.set(desktop.getColorScheme() == ColorScheme.DARK);
        desktop.colorSchemeProperty().subscribe(scheme -> dark.set(scheme == ColorScheme.DARK));
        dark.subscribe(isDark -> Application.setUserAgentStylesheet(
                isDark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
    }

    public BooleanProperty dark() {
        return dark;
    }

    /** The colours of charts, which follow no style sheet. */
    public ChartTheme charts() {
        return dark.get() ? ChartTheme.dark() : ChartTheme.light();
    }

    /** Gives a scene the program's own sheet. */
    public static void style(Scene scene) {
        scene.getStylesheets()
                .add(Objects.requireNonNull(Appearance.class.getResource(SHEET), SHEET)
                        .toExternalForm());
    }
}
