package org.dalescope.app.cli;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.session.split.SplitFile;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationCheck;
import org.dalescope.model.training.Fit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code dalescope split} command, which writes the split of a session. */
@Command(
        name = "split",
        mixinStandardHelpOptions = true,
        description = "Writes the split that a fit with these settings would use, as JSON with the positions and ids"
                + " of the train, validation and test trials. See the settings data.split, data.split_factors,"
                + " data.folds, data.fold,"
                + " data.validation_share, data.test_share and data.split_seed (dalescope fit --help-settings).")
final class SplitCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "SESSION", description = "The session file.")
    private Path session = Path.of(".");

    @Mixin
    private MappingOption mapping = new MappingOption();

    @Mixin
    private SettingOptions settings = new SettingOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE.json", description = "File to write.")
    private Path out = Path.of("split.json");

    @Override
    public Integer call() {
        Configuration configuration = settings.configuration();
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputError(out + " exists: choose another --out.");
        }
        Session opened = mapping.open(session);
        Split split = Fit.defaultSplit(opened, configuration).checkedAgainst(opened);
        SplitFile.write(out, split, opened);
        Console console = Console.of(spec);
        ConfigurationCheck.of(configuration, opened.time().binMs()).stream()
                .filter(finding -> finding.text().contains(" data."))
                .forEach(finding -> console.err().println(TerminalFit.line(finding)));
        console.err()
                .println("Wrote " + out + ": " + split.train().length + " training, " + split.validation().length
                        + " validation and " + split.test().length + " test trials, " + split.origin() + ", hash "
                        + split.hash() + ".");
        return CommandLineProgram.DONE;
    }
}
