package org.dalescope.model.run.export;

import java.io.IOException;
import java.util.List;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.run.evaluation.Evaluation;
import org.dalescope.model.run.store.HistoryCsv;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Condition;
import org.dalescope.model.session.split.Partition;
import org.dalescope.model.training.EpochRecord;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FittedNetwork;

/**
 * A run with all data that an export contains.
 *
 * @param trialIds the trials of the partition, in the order of every exported trial axis
 * @param rates rates of the network, with the noise that it was scored with
 * @param parameters content of {@code parameters.npz}
 */
public record ExportedRun(
        RunFolder folder,
        RunDescription description,
        FittedNetwork member,
        Partition partition,
        int[] trialIds,
        ModelRates rates,
        Evaluation evaluation,
        NpzFile.Content parameters,
        List<EpochRecord> history) {

    /**
     * Runs the network on a partition and reads the files of the run folder.
     *
     * @throws InputError if a file of the run is damaged
     */
    public static ExportedRun of(RunFolder folder, FittedNetwork member, Partition partition, RecurrentEngine engine) {
        Fit fit = member.fit();
        int[] trials = fit.split().trials(partition);
        return new ExportedRun(
                folder,
                RunDescription.read(folder),
                member,
                partition,
                trials,
                member.rates(trials, engine),
                Evaluation.of(fit, member.network(), partition, engine),
                parameters(folder),
                HistoryCsv.read(folder));
    }

    private static NpzFile.Content parameters(RunFolder folder) {
        try {
            return NpzFile.read(folder.parametersNpz());
        } catch (IOException e) {
            throw new StorageError(
                    folder.parametersNpz() + " cannot be read (" + e.getMessage() + "). Restore it from a copy.", e);
        }
    }

    Fit fit() {
        return member.fit();
    }

    Session session() {
        return fit().session();
    }

    int units() {
        return member.network().size();
    }

    /** The conditions: "all trials" first, then every level of every factor. */
    List<Condition> conditions() {
        return Condition.of(session(), trialIds);
    }
}
