package org.dalescope.model.run.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.format.MappingJson;

/** Where things lie in a run folder; every file is written whole by rename. */
public record RunFolder(Path folder) {
    public Path runJson() {
        return folder.resolve("run.json");
    }

    public Path configJson() {
        return folder.resolve("config.json");
    }

    /** How the session's file was understood, where it does not say it by itself. */
    public Path mappingJson() {
        return folder.resolve("mapping.json");
    }

    /** The mapping that the run was fitted with, if there is one. */
    public Optional<Mapping> mapping() {
        return Files.exists(mappingJson()) ? Optional.of(MappingJson.read(mappingJson())) : Optional.empty();
    }

    public Path historyCsv() {
        return folder.resolve("history.csv");
    }

    public Path parametersNpz() {
        return folder.resolve("parameters.npz");
    }

    /** Model and data PSTHs by condition and tau by epoch: what the window shows of a finished run. */
    public Path viewsNpz() {
        return folder.resolve("views.npz");
    }

    /** How the views looked at some epochs. */
    public Path epochsNpz() {
        return folder.resolve("epochs.npz");
    }

    /** Parameters of a few epochs on the way to the best one. */
    public Path seriesNpz() {
        return folder.resolve("series.npz");
    }

    public Path scoresJson() {
        return folder.resolve("scores.json");
    }

    public Path checkpointFolder() {
        return folder.resolve("checkpoint");
    }

    /** Two places for the state, written in turns: while one is written the other is whole. */
    public List<Path> checkpoints() {
        Path place = checkpointFolder();
        return List.of(place.resolve("state-0.npz"), place.resolve("state-1.npz"));
    }

    /** Removes files that a fit which was killed left half written. */
    public void sweep() {
        AtomicFile.sweep(folder);
        AtomicFile.sweep(checkpointFolder());
    }

    /** Where earlier versions kept the state. */
    Path earlierCheckpoint() {
        return checkpointFolder().resolve("state.npz");
    }

    public Path report() {
        return folder.resolve("report.html");
    }

    public Path figures() {
        return folder.resolve("figures");
    }

    /**
     * A folder that holds a run.
     *
     * @throws InputError where it does not
     */
    public static RunFolder existing(Path folder) {
        RunFolder run = new RunFolder(folder);
        if (Files.notExists(folder)) {
            throw new InputError(folder + " is not there: it was deleted, moved or renamed. Bring it back, or"
                    + " give another run folder.");
        }
        if (!Files.isRegularFile(run.runJson())) {
            throw new InputError(
                    folder + " is not a run folder (there is no run.json): give the folder that 'dalescope fit"
                            + " --out' wrote.");
        }
        return run;
    }

    /**
     * A folder for a new run, which must be new or empty.
     *
     * @throws InputError where it holds something
     */
    public static RunFolder fresh(Path folder) {
        RunFolder run = new RunFolder(folder);
        if (Files.exists(run.runJson())) {
            throw new InputError(
                    folder + " already holds a run: give another --out, or --resume " + folder + " to go on with it.");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InputError(folder + " is a file: --out takes a folder to make.");
        }
        if (Files.isDirectory(folder) && !isEmpty(folder)) {
            throw new InputError(folder + " holds other files: a run needs a folder of its own, give another --out.");
        }
        return run;
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        } catch (IOException e) {
            throw new StorageError(folder + " cannot be read: check its permissions.", e);
        }
    }
}
