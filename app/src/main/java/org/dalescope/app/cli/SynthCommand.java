package org.dalescope.app.cli;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dalescope.model.Refusal;
import org.dalescope.model.session.archive.SessionArchive;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dalescope synth}. */
@Command(
        name = "synth",
        mixinStandardHelpOptions = true,
        description =
                "Makes a session from a known E-I network with Poisson spikes; without options the shipped demo session.")
final class SynthCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "FILE.dalescope", description = "File to write.")
    private Path out = Path.of("session.dalescope");

    @Option(
            names = "--excitatory",
            paramLabel = "N",
            defaultValue = "32",
            description = "E neurons (${DEFAULT-VALUE}).")
    private int excitatory = 32;

    @Option(names = "--inhibitory", paramLabel = "N", defaultValue = "8", description = "I neurons (${DEFAULT-VALUE}).")
    private int inhibitory = 8;

    @Option(names = "--trials", paramLabel = "N", defaultValue = "240", description = "Trials (${DEFAULT-VALUE}).")
    private int trials = 240;

    @Option(names = "--bins", paramLabel = "N", defaultValue = "80", description = "Bins of 25 ms (${DEFAULT-VALUE}).")
    private int bins = 80;

    @Option(
            names = "--aborted",
            paramLabel = "N",
            defaultValue = "6",
            description = "Aborted trials (${DEFAULT-VALUE}).")
    private int aborted = 6;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "2026", description = "Seed (${DEFAULT-VALUE}).")
    private long seed = 2026;

    @Override
    public Integer call() {
        if (excitatory < 1 || inhibitory < 1 || trials < 10 || bins < 2 || aborted < 0 || aborted > trials / 2) {
            throw new Refusal(
                    "A synthetic session needs at least 1 E and 1 I neuron, 10 trials and 2 bins, and at most half"
                            + " of the trials aborted.");
        }
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal(out + " exists: give another --out.");
        }
        SyntheticSettings settings = new SyntheticSettings(excitatory, inhibitory, trials, bins, 25, aborted, seed);
        SessionArchive.write(SyntheticSession.of(settings), out);
        Console.of(spec)
                .err()
                .println("Wrote " + out + ": " + trials + " trials x " + bins + " bins x " + (excitatory + inhibitory)
                        + " neurons, seed " + seed + ".");
        return CommandLineProgram.DONE;
    }
}
