package org.dalescope.app.ui.restore;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.app.ui.configure.ConfigurationState;
import org.dalescope.app.ui.configure.SessionSettingsState;

/**
 * The state that the window keeps until its next start, as the user left it.
 *
 * @param place the position of the window; empty if it was never shown
 * @param sides the widths of the left and right panes in pixels; empty for the defaults
 * @param tabs the ids of the shown tabs
 * @param second the ids of the tabs in the second half
 * @param dark whether the theme is dark; empty while it follows the desktop
 * @param fontPercent the font size in percent; 100 is the default
 * @param recent the sessions, runs and suites that were opened, the newest first
 * @param notBegun the commands of fits that waited in the queue
 * @param looks the options of views, such as "scope.smoothing"
 * @param configuration the content of the form, so that settings that were never fitted are not lost
 * @param sessionSettings the session that the form's settings belong to, and the settings of other sessions
 * @param mappings the mappings that were applied to sessions, the newest first
 */
public record WindowState(
        Optional<Place> place,
        List<Double> sides,
        List<String> tabs,
        List<String> second,
        Optional<Boolean> dark,
        int fontPercent,
        List<String> recent,
        Optional<ConfigurationState> configuration,
        SessionSettingsState sessionSettings,
        List<AppliedMapping> mappings,
        List<String> notBegun,
        Map<String, String> looks) {
    private static final int MOST_RECENT = 10;

    /**
     * The position of a window on the screen in pixels, while it is not maximised.
     *
     * @param maximised whether the window was maximised when it was closed
     */
    public record Place(double x, double y, double width, double height, boolean maximised) {}

    public WindowState {
        sides = List.copyOf(sides);
        recent = List.copyOf(recent);
        mappings = List.copyOf(mappings);
        tabs = List.copyOf(tabs);
        second = List.copyOf(second);
        notBegun = List.copyOf(notBegun);
        looks = Map.copyOf(looks);
    }

    /** The state of a new user's window. */
    public static WindowState fresh() {
        return new WindowState(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                100,
                List.of(),
                Optional.empty(),
                SessionSettingsState.NONE,
                List.of(),
                List.of(),
                Map.of());
    }

    /** The recent files with this file at the front. */
    public static List<String> opened(List<String> recent, Path file) {
        String name = file.toAbsolutePath().normalize().toString();
        List<String> all = new ArrayList<>(List.of(name));
        recent.stream().filter(other -> !other.equals(name)).forEach(all::add);
        return List.copyOf(all.subList(0, Math.min(MOST_RECENT, all.size())));
    }
}
