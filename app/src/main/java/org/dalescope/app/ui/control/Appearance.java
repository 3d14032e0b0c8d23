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
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Scene;
import org.dalescope.app.chart.ChartTheme;

/** The appearance of the window: light or dark, following the desktop until the user chooses, and the font size. */
public final class Appearance {
    /** The available font sizes, in percent. */
    public static final List<Integer> FONT_PERCENTS = List.of(85, 100, 115, 130, 150);

    private static final String SHEET = "/org/dalescope/window/window.css";
    private final BooleanProperty dark = new SimpleBooleanProperty(false);
    private final IntegerProperty fontPercent = new SimpleIntegerProperty(100);

    /** The desktop outlives every window, and must not keep them: it holds this listener weakly. */
    private final ChangeListener<ColorScheme> follower = (scheme, before, now) -> dark.set(now == ColorScheme.DARK);

    public Appearance() {
        Typeface.load();
        Platform.Preferences desktop = Platform.getPreferences();
        dark.set(desktop.getColorScheme() == ColorScheme.DARK);
        desktop.colorSchemeProperty().addListener(new WeakChangeListener<>(follower));
        dark.subscribe(isDark -> Application.setUserAgentStylesheet(
                isDark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    /** The font size in percent; all other sizes are relative to it. */
    public IntegerProperty fontPercentProperty() {
        return fontPercent;
    }

    /** Sets the next larger (1) or smaller (-1) font size; does nothing at the ends. */
    public void resize(int by) {
        int at = FONT_PERCENTS.indexOf(fontPercent.get()) + by;
        fontPercent.set(FONT_PERCENTS.get(Math.clamp(at, 0, FONT_PERCENTS.size() - 1)));
    }

    /** The user's choice, if it differs from the desktop's setting. */
    public Optional<Boolean> chosenDark() {
        boolean desktop = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        return dark.get() == desktop ? Optional.empty() : Optional.of(dark.get());
    }

    /** Follows the desktop's setting again. */
    public void follow() {
        dark.set(Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    }

    /** The colours and fonts of charts, which do not use the style sheet. */
    public ChartTheme charts() {
        return (dark.get() ? ChartTheme.dark() : ChartTheme.light())
                .withFont(Typeface.FAMILY, fontPercent.get() / 100.0);
    }

    /** Adds the program's style sheet to a scene. */
    public static void style(Scene scene) {
        scene.getStylesheets()
                .add(Objects.requireNonNull(Appearance.class.getResource(SHEET), SHEET)
                        .toExternalForm());
    }
}
