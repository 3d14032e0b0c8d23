package org.dalescope.app.ui.control;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line icons of the window's actions; each stands beside a word or has a tooltip. */
public enum Icon {
    OPEN(Feather.FOLDER),
    START(Feather.PLAY),
    RUNNING(Feather.ACTIVITY),
    JUDGE(Feather.CHECK_SQUARE),
    STOP(Feather.SQUARE),
    RESUME(Feather.SKIP_FORWARD),
    FIND(Feather.SEARCH),
    HELP(Feather.HELP_CIRCLE),
    DARK(Feather.MOON),
    LIBRARY(Feather.SIDEBAR),
    SETTINGS(Feather.SLIDERS),
    JOBS(Feather.LIST),
    WARNING(Feather.ALERT_TRIANGLE),
    INFORMATION(Feather.INFO),
    ERROR(Feather.X_OCTAGON),
    CLOSE(Feather.X),
    COPY(Feather.COPY),
    PIN(Feather.MAP_PIN),
    PANELS(Feather.GRID),
    UNDO(Feather.ROTATE_CCW),
    CURVES(Feather.TRENDING_UP),
    BARS(Feather.BAR_CHART_2),
    CLOCK(Feather.CLOCK),
    LAYERS(Feather.LAYERS),
    ZAP(Feather.ZAP),
    COLUMNS(Feather.COLUMNS);

    private final Feather feather;

    Icon(Feather feather) {
        this.feather = feather;
    }

    /** A new picture of the icon; a node can stand in one place only. */
    public FontIcon graphic() {
        FontIcon icon = FontIcon.of(feather);
        icon.getStyleClass().add("icon");
        return icon;
    }

    /** A large pale picture, for a view that is empty. */
    public FontIcon large() {
        FontIcon icon = FontIcon.of(feather);
        icon.getStyleClass().add("large-icon");
        return icon;
    }
}
