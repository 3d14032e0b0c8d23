package org.dalescope.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dalescope.model.analysis.perturbation.Perturbation;
import org.dalescope.model.analysis.perturbation.PerturbationText;
import org.dalescope.model.analysis.perturbation.UnitSetParser;
import org.dalescope.model.common.InputError;
import picocli.CommandLine.Option;

/** The command-line options that describe a perturbation. Each becomes a clause of {@link PerturbationText}. */
final class PerturbationOptions {
    @Option(
            names = "--silence",
            paramLabel = "UNITS",
            description = "Reduce the rates of these units by a share: " + UnitSetParser.WORDS + ".")
    private List<String> silence = List.of();

    @Option(
            names = "--strength",
            paramLabel = "SHARE",
            description = "Share of the rate that --silence removes, 0 to 1 (default: 1).")
    private Optional<String> strength = Optional.empty();

    @Option(names = "--drive", paramLabel = "UNITS", description = "Add --current to the input of these units.")
    private List<String> drive = List.of();

    @Option(
            names = "--current",
            paramLabel = "X",
            description = "Current that --drive adds, in the units of the bias b.")
    private Optional<String> current = Optional.empty();

    @Option(
            names = "--cut",
            paramLabel = "FROM->TO:FACTOR",
            description =
                    "Multiply the weights between two sets of units by a factor. Use quotes, because a shell treats >"
                            + " as a redirection. Example: --cut 'E->I:0'.")
    private List<String> cut = List.of();

    @Option(names = "--lesion", paramLabel = "INPUT", description = "Name of an input to set to 0.")
    private List<String> lesion = List.of();

    @Option(
            names = "--window",
            paramLabel = "FROM:TO",
            description = "Time window of the perturbation: bins with centres from FROM (included) to TO ms (default:"
                    + " the whole trial).")
    private Optional<String> window = Optional.empty();

    @Option(
            names = "--do",
            paramLabel = "TEXT",
            description =
                    "The perturbation as text: 'silence I 0.5; drive ids:3,7 0.5; cut E->I 0; lesion go_signal; window"
                            + " 300:600'.")
    private List<String> lines = List.of();

    boolean isEmpty() {
        return silence.isEmpty()
                && strength.isEmpty()
                && drive.isEmpty()
                && current.isEmpty()
                && cut.isEmpty()
                && lesion.isEmpty()
                && window.isEmpty()
                && lines.isEmpty();
    }

    /**
     * The perturbation that the options describe.
     *
     * @throws InputError if an option is invalid or has no effect
     */
    Perturbation perturbation() {
        if (silence.isEmpty() && drive.isEmpty() && cut.isEmpty() && lesion.isEmpty() && lines.isEmpty()) {
            throw new InputError("No perturbation is given: use --silence, --drive, --cut, --lesion or --do.");
        }
        refuse(strength.isPresent() && silence.isEmpty(), "--strength is given without --silence");
        refuse(current.isPresent() && drive.isEmpty(), "--current is given without --drive");
        refuse(current.isEmpty() && !drive.isEmpty(), "--drive is given without --current");
        Stream<String> clauses = Stream.of(
                        silence.stream().map(units -> "silence " + units + " " + strength.orElse("1")),
                        drive.stream().map(units -> "drive " + units + " " + current.orElseThrow()),
                        cut.stream().map(PerturbationOptions::cut),
                        lesion.stream().map(name -> "lesion " + name),
                        window.stream().map(ends -> "window " + ends),
                        lines.stream())
                .flatMap(each -> each);
        return PerturbationText.of(String.join("; ", clauses.toList()));
    }

    private static void refuse(boolean wrong, String what) {
        if (wrong) {
            throw new InputError(what + ": give both or neither.");
        }
    }

    private static String cut(String words) {
        int colon = words.lastIndexOf(':');
        if (colon < 0) {
            throw new InputError("--cut " + words + " has no factor: add it after a colon, such as --cut 'E->I:0'.");
        }
        return "cut " + words.substring(0, colon) + " " + words.substring(colon + 1);
    }
}
