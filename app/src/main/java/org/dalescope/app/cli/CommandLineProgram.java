package org.dalescope.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.Objects;
import java.util.Optional;
import org.dalescope.app.about.VersionReport;
import org.dalescope.model.common.CancelledException;
import org.dalescope.model.common.UserError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The top-level {@code dalescope} command and its exit codes: 0 success, 1 error, 2 wrong usage, 130 interrupted. */
@Command(
        name = "dalescope",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineProgram.Version.class,
        description = "Fits excitatory-inhibitory recurrent networks under Dale's law to recorded sessions."
                + " Without a command, it opens the window.",
        subcommands = {
            WindowCommand.class,
            DemoCommand.class,
            InspectCommand.class,
            FitCommand.class,
            JudgeCommand.class,
            SuiteCommand.class,
            SuiteTaskCommand.class,
            EvaluateCommand.class,
            AnalyzeCommand.class,
            PerturbCommand.class,
            PerturbationTestCommand.class,
            SimulateCommand.class,
            ExportCommand.class,
            ReportCommand.class,
            BenchCommand.class,
            DoctorCommand.class,
            LibtorchCommand.class,
            SynthCommand.class,
            SplitCommand.class,
            ConvertCommand.class
        })
public final class CommandLineProgram implements Runnable {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int WRONG_USAGE = 2;
    static final int INTERRUPTED = 130;

    private static final String NAME_BEYOND_LOCALE =
            "A file name has characters that the system's locale does not support: set LC_ALL to a locale with UTF-8,"
                    + " such as LC_ALL=C.UTF-8, and run the same command again.";

    private CommandLineProgram() {}

    /** The text of {@code --version}. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return VersionReport.lines().toArray(String[]::new);
        }
    }

    /** Runs the program and returns its exit code. */
    public static int run(String[] arguments) {
        return run(arguments, new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8));
    }

    /** Runs the program with the given standard output and standard error. */
    public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new CommandLineProgram());
        SynthCommand.addSettings(
                Objects.requireNonNull(line.getSubcommands().get("synth")).getCommandSpec());
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((exception, args) -> wrongUsage(exception));
        line.setExecutionExceptionHandler((exception, command, parsed) -> refused(exception, command.getErr()));
        return line.execute(arguments);
    }

    @Override
    public void run() {
        WindowCommand.open(Optional.empty(), false);
    }

    private static int wrongUsage(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        if (isNameBeyondLocale(exception)) {
            command.getErr().println("dalescope: " + NAME_BEYOND_LOCALE);
            return REFUSED;
        }
        command.getErr().println("dalescope: " + exception.getMessage());
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName(" ") + " --help");
        return WRONG_USAGE;
    }

    /**
     * Returns true if Java cannot represent a file name in the current locale. picocli keeps only the message of the
     * exception.
     */
    private static boolean isNameBeyondLocale(Exception thrown) {
        String words = String.valueOf(thrown.getMessage());
        return (thrown instanceof InvalidPathException || words.contains("InvalidPathException"))
                && words.contains("unmappable");
    }

    private static int refused(Exception exception, PrintWriter err) {
        if (isNameBeyondLocale(exception)) {
            err.println("dalescope: " + NAME_BEYOND_LOCALE);
            return REFUSED;
        }
        if (exception instanceof CancelledException cancelled) {
            err.println(cancelled.getMessage());
            return INTERRUPTED;
        }
        if (exception instanceof UserError refusal) {
            err.println("dalescope: " + refusal.sentence());
        } else {
            err.println("dalescope: an internal error occurred (" + exception + "): please report it with the command"
                    + " that you ran. No partly written files were left.");
        }
        return REFUSED;
    }
}
