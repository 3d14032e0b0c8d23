package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Statistic.Uncertainty;

/** The result of an analysis as lines of text for the terminal. */
final class AnalysisText {
    private AnalysisText() {}

    /**
     * Prints statistics and notes.
     *
     * @param folder where the tables were written
     */
    static void print(AnalysisResult result, Optional<Path> folder, Console console) {
        console.out().println(result.title());
        result.statistics().forEach(statistic -> console.out().println("  " + line(statistic)));
        result.notes().forEach(note -> console.err().println(TerminalFit.line(note)));
        folder.ifPresent(place -> console.out().println("Tables: " + place));
        console.out().flush();
    }

    /** The interval of a statistic, with a blank before it; empty if there is none. */
    static String interval(Uncertainty interval) {
        return interval.over().isEmpty()
                ? ""
                : String.format(Locale.ROOT, " [%.3g, %.3g] %s", interval.low(), interval.high(), interval.over());
    }

    private static String line(Statistic s) {
        String value =
                Double.isNaN(s.value()) ? "not defined" : String.format(Locale.ROOT, "%.4g %s", s.value(), s.unit());
        return String.format(
                Locale.ROOT, "%-28s %s%s   n: %s", s.name(), value.strip(), interval(s.uncertainty()), s.n());
    }
}
