package org.dalescope.model.suite.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.UserError;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.suite.plan.FitKey;

/** Where things lie in a suite's folder; every file is written whole by rename. */
public record SuiteFolder(Path folder) {
    /** The plan as it is run, written before the first fit. */
    public Path suiteJson() {
        return folder.resolve("suite.json");
    }

    /** The fits that came to nothing, with their reasons. */
    public Path failuresJson() {
        return folder.resolve("failures.json");
    }

    public Path comparisonJson() {
        return folder.resolve("comparison.json");
    }

    public Path comparisonCsv() {
        return folder.resolve("comparison.csv");
    }

    public Path report() {
        return folder.resolve("report.html");
    }

    public Path figures() {
        return folder.resolve("figures");
    }

    /**
     * What the folder is the result of.
     *
     * @throws InputError where {@code suite.json} is damaged or from a newer program
     */
    public SuiteRecord suite() {
        return SuiteJson.read(this);
    }

    /**
     * The fits that came to nothing, whether or not they were made up for since.
     *
     * @throws InputError where {@code failures.json} is damaged
     */
    public Set<FitKey> broken() {
        return FailuresFile.read(this).sentences().keySet();
    }

    /** What a cluster's job arrays need and leave: lists of tasks, the batch script, output. */
    public Path slurm() {
        return folder.resolve("slurm");
    }

    /** The batch script of the suite's job arrays, which may be edited between submissions. */
    public Path jobScript() {
        return slurm().resolve("job.sh");
    }

    /** Every submission to a cluster. */
    public Path jobArrays() {
        return slurm().resolve("arrays.json");
    }

    /** There once someone has taken the tasks from the cluster, until the suite is started again. */
    public Path cancelled() {
        return slurm().resolve("cancelled");
    }

    /** Whether its fits were ever given to a cluster. */
    public boolean wasOnCluster() {
        return Files.isRegularFile(jobArrays());
    }

    /** Whether a cluster may be at work on it, with or without a program that follows. */
    public boolean isOnCluster() {
        return wasOnCluster() && !Files.exists(cancelled());
    }

    /** Epochs that a fit has behind it; a folder that is only being made has none. */
    public int epochsDone(FitKey cell) {
        RunFolder run = run(cell);
        try {
            return Files.isRegularFile(run.runJson()) ? RunDescription.read(run).epochsDone() : 0;
        } catch (UserError unreadable) {
            return 0;
        }
    }

    /** The run folder of a fit. */
    public RunFolder run(FitKey cell) {
        return new RunFolder(folder.resolve("runs")
                .resolve(cell.session())
                .resolve(cell.arm())
                .resolve("seed-" + cell.seed()));
    }

    /** How a session's file was understood by the fits that are there, where it does not say it by itself. */
    public Optional<Mapping> mapping(String session) {
        Path runs = folder.resolve("runs").resolve(session);
        if (!Files.isDirectory(runs)) {
            return Optional.empty();
        }
        try (Stream<Path> arms = Files.walk(runs, 2)) {
            return arms.map(RunFolder::new)
                    .filter(run -> Files.exists(run.mappingJson()))
                    .findFirst()
                    .flatMap(RunFolder::mapping);
        } catch (IOException e) {
            throw new StorageError(runs + " cannot be listed: check its permissions.", e);
        }
    }

    /** The scores of an arm's networks taken together. */
    public Path ensemble(String session, String arm) {
        return folder.resolve("ensembles").resolve(session).resolve(arm + ".json");
    }

    /** Whether a folder holds a suite. */
    public static boolean isSuite(Path folder) {
        return Files.isRegularFile(new SuiteFolder(folder).suiteJson());
    }

    /**
     * A folder that holds a suite.
     *
     * @throws InputError where it does not
     */
    public static SuiteFolder existing(Path folder) {
        if (!isSuite(folder)) {
            throw new InputError(folder + " is not a suite's folder (there is no suite.json): give the folder that"
                    + " 'dalescope suite --out' wrote.");
        }
        return new SuiteFolder(folder);
    }
}
