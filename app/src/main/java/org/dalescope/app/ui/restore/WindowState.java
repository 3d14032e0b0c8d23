package org.dalescope.app.ui.restore;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.app.ui.configure.ConfigurationState;
import org.dalescope.app.ui.configure.SessionSettingsState;

/**
 * How a person left the window.
 *
 * @param place where it was; empty where it never was anywhere
 * @param sides widths of the panes at the left and the right in pixels; empty for the usual ones
 * @param tabs ids of the tabs on show
 * @param second ids of the tabs in the second half
 * @param dark empty while it follows the desktop
 * @param fontPercent size of the letters, 100 is the usual one
 * @param recent sessions, runs and suites that were opened, the newest first
 * @param notBegun commands of fits that waited for their turn
 * @param looks how views are set, such as "scope.smoothing"
 * @param configuration what the form held, so that nothing is lost that was never fitted
 * @param sessionSettings to which session the form's settings belong, and those of other sessions
 * @param mappings that were applied to sessions, the newest first
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
     * A window on the screen, in pixels: where it is while it is not maximised.
     *
     * @param maximised whether it filled the screen when it was left
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

    /** Of somebody new. */
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

    /** The recent files with this one at their head. */
    public static List<String> opened(List<String> recent, Path file) {
        String name = file.toAbsolutePath().normalize().toString();
        List<String> all = new ArrayList<>(List.of(name));
        recent.stream().filter(other -> !other.equals(name)).forEach(all::add);
        return List.copyOf(all.subList(0, Math.min(MOST_RECENT, all.size())));
    }
}
