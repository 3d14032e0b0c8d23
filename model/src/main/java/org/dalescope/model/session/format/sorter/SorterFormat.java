package org.dalescope.model.session.format.sorter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dalescope.model.common.CancelledException;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.UserError;
import org.dalescope.model.session.ArrayMapping;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionValidation;
import org.dalescope.model.session.format.FileContents;
import org.dalescope.model.session.format.FileSignature;
import org.dalescope.model.session.format.SessionFormat;
import org.dalescope.model.session.format.SessionRequest;
import org.dalescope.model.session.format.recording.DataTable;
import org.dalescope.model.session.format.recording.ReadingNotes;
import org.dalescope.model.session.format.recording.RecordingContents;
import org.dalescope.model.session.format.recording.RecordingReader;

/** The folders of spike sorters: Kilosort and phy, and ALF. */
public final class SorterFormat implements SessionFormat {
    /** The share of the progress that is attributed to the clusters and the trials. */
    private static final double CLUSTERS = 0.6;

    private static final String USED = "(spike_times|spike_clusters|spike_templates|templates|whitening_mat_inv"
            + "|channel_positions)\\.npy|params\\.py|cluster_.+\\.(tsv|csv)"
            + "|(_[A-Za-z0-9]+_)?(spikes\\.(times|clusters)|clusters\\..+)\\..*";

    @Override
    public boolean recognises(FileSignature head) {
        return SorterFolder.of(head.file()).isPresent();
    }

    @Override
    public Session read(SessionRequest request) {
        RecordingMapping mapping = mapping(request);
        ReadingNotes notes = new ReadingNotes();
        request.watch().at(0);
        try {
            SorterRecording recording = new SorterRecording(
                    folder(request.file()), mapping, notes, request.watch().part(0, CLUSTERS));
            SessionRequest rest = new SessionRequest(
                    request.file(),
                    request.sha256(),
                    request.mapping(),
                    request.watch().part(CLUSTERS, 1));
            Session session = new RecordingReader(rest, mapping, notes).session(recording);
            SessionValidation.check(session);
            return session;
        } catch (CancelledException | StorageError asItIs) {
            throw asItIs;
        } catch (InputError refusal) {
            throw refusal.sentence().contains(request.file().toString())
                    ? refusal
                    : new InputError(request.file() + ": " + refusal.sentence(), refusal);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // If a file is damaged, the libraries can throw any exception.
            throw damaged(request.file(), e);
        }
    }

    private static InputError damaged(Path file, Throwable cause) {
        return new InputError(
                file + " has a damaged or incomplete file (its structure is unreadable): copy or export the folder"
                        + " again.",
                cause);
    }

    /** With a mapping of arrays, the folder is read as a folder of arrays. */
    @Override
    public boolean reads(Mapping mapping) {
        return mapping instanceof RecordingMapping;
    }

    private static RecordingMapping mapping(SessionRequest request) {
        return request.mapping()
                .map(given -> switch (given) {
                    case RecordingMapping recording -> recording;
                    case ArrayMapping _ ->
                        throw new IllegalArgumentException("a folder of a sorter is not read with a mapping of arrays");
                })
                .orElse(RecordingMapping.GUESSED);
    }

    private static SorterFolder folder(Path file) {
        return SorterFolder.of(file).orElseThrow(() -> new InputError(file + " is not the folder of a spike sorter."));
    }

    @Override
    public Optional<Mapping> guess(Path file) {
        return Optional.of(RecordingMapping.GUESSED);
    }

    @Override
    public Optional<FileContents> contents(Path file) {
        try {
            return Optional.of(contentsOf(file));
        } catch (UserError asItIs) {
            throw asItIs;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw damaged(file, e);
        }
    }

    private static FileContents contentsOf(Path file) {
        SorterFolder folder = folder(file);
        ReadingNotes notes = new ReadingNotes();
        ClusterSpikes spikes = ClusterSpikes.of(folder, Progress.SILENT);
        SorterTrials trials = new SorterTrials(folder);
        List<FileContents.Table> tables = new ArrayList<>();
        trials.candidates().keySet().forEach(name -> table(trials, name, notes).ifPresent(tables::add));
        double rate = folder.sampleRateHz().orElse(Double.NaN);
        DataTable clusters =
                ClusterTable.of(folder, spikes, Waveforms.of(folder, spikes, rate, Progress.SILENT), notes);
        return new FileContents.Recording(
                tables,
                RecordingContents.unitColumns(clusters).stream()
                        .filter(column -> !ClusterTable.MEASURES.contains(column.name()))
                        .toList(),
                RecordingContents.waveforms(clusters),
                trials.series().names(),
                RecordingMapping.GUESSED);
    }

    /** A table of trials; empty if a file with such a name is not one. */
    private static Optional<FileContents.Table> table(SorterTrials trials, String name, ReadingNotes notes) {
        try {
            return Optional.of(RecordingContents.table(
                    TrialColumns.of(trials.table(Optional.of(name), notes), RecordingMapping.GUESSED)));
        } catch (InputError noTrials) {
            return Optional.empty();
        }
    }

    @Override
    public List<Path> files(Path folder, Optional<Mapping> mapping) {
        SorterFolder sorted = folder(folder);
        Set<Path> files = new LinkedHashSet<>();
        sorted.files().stream()
                .filter(file -> SorterFolder.nameOf(file).matches(USED))
                .forEach(files::add);
        SorterTrials trials = new SorterTrials(sorted);
        files.addAll(trials.files());
        files.addAll(trials.series().files());
        mapping.filter(RecordingMapping.class::isInstance)
                .flatMap(given -> trials.named(((RecordingMapping) given).trials()))
                .ifPresent(files::add);
        return List.copyOf(files);
    }
}
