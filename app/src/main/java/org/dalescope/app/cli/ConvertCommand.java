package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.ConversionFormat;
import org.dalescope.model.session.files.SessionConversion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code dalescope convert} command, which converts a session to another file format. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description =
                "Converts a session to a NumPy npz, a MATLAB v5 or a .dalescope file. The new file is read back and"
                        + " compared with the session before it is saved.")
final class ConvertCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "SESSION", description = "The session file.")
    private Path session = Path.of(".");

    @Mixin
    private MappingOption mapping = new MappingOption();

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            description = "npz, mat or dalescope (default: from the extension of --out).")
    private Optional<String> to = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
    private Path out = Path.of("session");

    @Override
    public Integer call() {
        ConversionFormat format = format();
        Session opened = mapping.open(session);
        SessionConversion.convert(opened, format, out);
        Console.of(spec)
                .err()
                .println("Wrote " + out + " (" + format.key() + ", read back and compared): " + opened.trials()
                        + " trials x " + opened.bins() + " bins x "
                        + opened.neurons().size() + " neurons, "
                        + opened.channels().size() + " inputs.");
        return CommandLineProgram.DONE;
    }

    private ConversionFormat format() {
        return to.map(name -> ConversionFormat.named(name)
                        .orElseThrow(() -> usage("--to takes " + ConversionFormat.keys() + ", not '" + name + "'.")))
                .or(() -> ConversionFormat.ofEnding(out))
                .orElseThrow(() -> usage("The format is unknown from the extension of --out " + out + ": give --to"
                        + " with one of "
                        + ConversionFormat.keys() + "."));
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
