package org.dalescope.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.engine.Batch;
import org.dalescope.model.engine.Noise;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.network.Network;
import org.dalescope.model.run.store.ParametersNpz;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.Validation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code dalescope simulate} command, which writes the rates of a run's network. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description =
                "Writes the rates of all units of a run's network on a partition. Arrays: rates [trial, bin, unit] in"
                        + " sp/s,"
                        + " trial_ids, unit_ids, neuron_ids, recorded_units, mask, time_ms.")
final class SimulateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "RUN", description = "The run folder.")
    private Path run = Path.of(".");

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private EngineOptions engineOptions = new EngineOptions();

    @Option(
            names = "--noise",
            paramLabel = "0|SEED",
            description = "0 for no noise, otherwise the seed of the process noise (default: the seed of the run, as"
                    + " used for its scores).")
    private Optional<Long> noise = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "FILE.npz", description = "File to write.")
    private Path out = Path.of("rates.npz");

    @Override
    public Integer call() {
        refuseToReplaceOtherFiles();
        RunFolder folder = RunFolder.existing(run);
        Fit fit = options.fit(folder);
        Session session = fit.session();
        Network network = ParametersNpz.read(folder);
        int[] trials = options.trials(folder, fit);
        double sd = fit.configuration().network().processNoise();
        long seed = noise.orElse(fit.seed());
        boolean silent = noise.isPresent() && seed == 0;
        try (RecurrentEngine engine = engineOptions.open(fit.workload(trials.length), Console.of(spec))) {
            Noise used = silent ? Noise.none() : Validation.noise(seed, sd);
            float[] rates = engine.rates(network, Batch.of(session, trials), used);
            int bins = session.bins();
            NpzFile.write(
                    out,
                    List.of(
                            NamedArray.of("rates", rates, trials.length, bins, network.size()),
                            NamedArray.of("trial_ids", trials),
                            NamedArray.of(
                                    "unit_ids",
                                    IntStream.range(0, network.size()).toArray()),
                            NamedArray.of("neuron_ids", network.units().neuronIds()),
                            NamedArray.of("recorded_units", network.units().recordedUnit()),
                            NamedArray.of("mask", mask(fit, trials), trials.length, bins),
                            NamedArray.of("time_ms", session.time().centresMs())));
        }
        Console.of(spec)
                .err()
                .println("Wrote " + out + ": " + trials.length + " trials x " + session.bins() + " bins x "
                        + network.size() + " units, " + (silent ? "no noise" : "noise seed " + seed) + ".");
        return CommandLineProgram.DONE;
    }

    /** An earlier simulation may be replaced; any other file must not be. */
    private void refuseToReplaceOtherFiles() {
        if (Files.notExists(out, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (ZipFile zip = new ZipFile(out.toFile())) {
            if (zip.getEntry("rates.npy") != null) {
                return;
            }
        } catch (IOException notAnArchive) {
            // The error below is thrown.
        }
        throw new InputError(out + " exists and is not an earlier simulation: choose another --out.");
    }

    private static byte[] mask(Fit fit, int[] trials) {
        Mask mask = fit.mask();
        int[] positions = fit.session().positions(trials);
        byte[] valid = new byte[trials.length * mask.bins()];
        for (int i = 0; i < valid.length; i++) {
            valid[i] = (byte) (mask.isValid(positions[i / mask.bins()], i % mask.bins()) ? 1 : 0);
        }
        return valid;
    }
}
