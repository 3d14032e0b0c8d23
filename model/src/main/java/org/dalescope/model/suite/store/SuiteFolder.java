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

/** A suite's folder, with the paths of its files. Every file is written atomically by a rename. */
public record SuiteFolder(Path folder) {
    /** The plan of the suite; written before the first fit. */
    public Path suiteJson() {
        return folder.resolve("suite.json");
    }

    /** The failed fits with their reasons. */
    public Path failuresJson() {
        return folder.resolve("failures.json");
    }

    public Path comparisonJson() {
        return folder.resolve("comparison.json");
    }

    public Path comparisonCsv() {
        return folder.resolve("comparison.csv");
    }

    /** The answer to the question 'emergence', if the plan asks it. */
    public Path emergenceJson() {
        return folder.resolve("emergence.json");
    }

    /** The answer of the suite 'grant-figure'. */
    public Path grantFigureJson() {
        return folder.resolve("grant_figure.json");
    }

    public Path report() {
        return folder.resolve("report.html");
    }

    public Path figures() {
        return folder.resolve("figures");
    }

    /**
     * Reads the record of the suite.
     *
     * @throws InputError if {@code suite.json} is damaged or was written by a newer program
     */
    public SuiteRecord suite() {
        return SuiteJson.read(this);
    }

    /**
     * The fits that have failed at least once, including those that succeeded later.
     *
     * @throws InputError if {@code failures.json} is damaged
     */
    public Set<FitKey> broken() {
        return FailuresFile.read(this).sentences().keySet();
    }

    /** The folder for cluster job arrays: task lists, the batch script and the output of tasks. */
    public Path slurm() {
        return folder.resolve("slurm");
    }

    /** The batch script of the job arrays; it may be edited between submissions. */
    public Path jobScript() {
        return slurm().resolve("job.sh");
    }

    /** The file that lists every submission to a cluster. */
    public Path jobArrays() {
        return slurm().resolve("arrays.json");
    }

    /** The file that marks a cancelled suite; it is deleted when the suite starts again. */
    public Path cancelled() {
        return slurm().resolve("cancelled");
    }

    /** Returns true if fits of the suite were ever submitted to a cluster. */
    public boolean wasOnCluster() {
        return Files.isRegularFile(jobArrays());
    }

    /** Returns true if tasks of the suite may be on a cluster, even if no program follows them. */
    public boolean isOnCluster() {
        return wasOnCluster() && !Files.exists(cancelled());
    }

    /** The number of finished epochs of a fit; 0 if its folder is incomplete. */
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

    /** The mapping that the existing fits used to read a session's file; empty if the file needs no mapping. */
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

    /** The file with the ensemble scores of an arm. */
    public Path ensemble(String session, String arm) {
        return folder.resolve("ensembles").resolve(session).resolve(arm + ".json");
    }

    /** Returns true if a folder holds a suite. */
    public static boolean isSuite(Path folder) {
        return Files.isRegularFile(new SuiteFolder(folder).suiteJson());
    }

    /**
     * The suite folder at an existing path.
     *
     * @throws InputError if the folder does not hold a suite
     */
    public static SuiteFolder existing(Path folder) {
        if (!isSuite(folder)) {
            throw new InputError(folder + " is not the folder of a suite (it has no suite.json): give the folder that"
                    + " 'dalescope suite --out' wrote.");
        }
        return new SuiteFolder(folder);
    }
}
