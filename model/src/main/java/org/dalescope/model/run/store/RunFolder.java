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

/** A run folder and the paths of its files. Every file is written atomically by renaming. */
public record RunFolder(Path folder) {
    public Path runJson() {
        return folder.resolve("run.json");
    }

    public Path configJson() {
        return folder.resolve("config.json");
    }

    /** The mapping with which the session's file was read, if the file needs one. */
    public Path mappingJson() {
        return folder.resolve("mapping.json");
    }

    /** The mapping that the run was fitted with, if there is one. */
    public Optional<Mapping> mapping() {
        return Files.exists(mappingJson()) ? Optional.of(MappingJson.read(mappingJson())) : Optional.empty();
    }

    /** Which input drives which unit; only if not every input drives every unit. */
    public Path inputsCsv() {
        return folder.resolve("inputs.csv");
    }

    public Path historyCsv() {
        return folder.resolve("history.csv");
    }

    public Path parametersNpz() {
        return folder.resolve("parameters.npz");
    }

    /** The views of a finished run in the window: PSTHs of model and data by condition, and tau by epoch. */
    public Path viewsNpz() {
        return folder.resolve("views.npz");
    }

    /** The views of some epochs. */
    public Path epochsNpz() {
        return folder.resolve("epochs.npz");
    }

    /** The parameters of some epochs up to the best one. */
    public Path seriesNpz() {
        return folder.resolve("series.npz");
    }

    public Path scoresJson() {
        return folder.resolve("scores.json");
    }

    public Path checkpointFolder() {
        return folder.resolve("checkpoint");
    }

    /** Two files for the state, which are written alternately, so that one is always intact. */
    public List<Path> checkpoints() {
        Path place = checkpointFolder();
        return List.of(place.resolve("state-0.npz"), place.resolve("state-1.npz"));
    }

    /** Removes incomplete files of a fit that was killed. */
    public void sweep() {
        AtomicFile.sweep(folder);
        AtomicFile.sweep(checkpointFolder());
    }

    /** The path of the state in earlier versions. */
    Path earlierCheckpoint() {
        return checkpointFolder().resolve("state.npz");
    }

    public Path report() {
        return folder.resolve("report.html");
    }

    public Path figures() {
        return folder.resolve("figures");
    }

    /** Whether a folder contains a run. */
    public static boolean isRun(Path folder) {
        return Files.isRegularFile(new RunFolder(folder).runJson());
    }

    /**
     * An existing run folder.
     *
     * @throws InputError if the folder does not contain a run
     */
    public static RunFolder existing(Path folder) {
        RunFolder run = new RunFolder(folder);
        if (Files.notExists(folder)) {
            throw new InputError(folder + " does not exist. It may have been deleted, moved or renamed. Restore it, or"
                    + " give another run folder.");
        }
        if (!isRun(folder)) {
            throw new InputError(
                    folder + " is not a run folder (it has no run.json). Give the folder that 'dalescope fit"
                            + " --out' wrote.");
        }
        return run;
    }

    /**
     * A folder for a new run, which must be new or empty.
     *
     * @throws InputError if the folder is not empty
     */
    public static RunFolder fresh(Path folder) {
        RunFolder run = new RunFolder(folder);
        if (Files.exists(run.runJson())) {
            throw new InputError(
                    folder + " already contains a run. Give another --out, or --resume " + folder + " to continue it.");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InputError(folder + " is a file, but --out needs a new folder.");
        }
        if (Files.isDirectory(folder) && !isEmpty(folder)) {
            throw new InputError(folder + " contains other files. A run needs its own folder; give another --out.");
        }
        return run;
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        } catch (IOException e) {
            throw new StorageError(folder + " cannot be read. Check its permissions.", e);
        }
    }
}
