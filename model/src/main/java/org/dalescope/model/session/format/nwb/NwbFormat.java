package org.dalescope.model.session.format.nwb;

import io.jhdf.HdfFile;
import io.jhdf.exceptions.HdfFilterException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.dalescope.model.common.CancelledException;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.session.ArrayMapping;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.RecordingMapping;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionValidation;
import org.dalescope.model.session.format.FileContents;
import org.dalescope.model.session.format.FileSignature;
import org.dalescope.model.session.format.SessionFormat;
import org.dalescope.model.session.format.SessionRequest;
import org.dalescope.model.session.format.container.MemoryMappedHdf5;
import org.dalescope.model.session.format.recording.ReadingNotes;
import org.dalescope.model.session.format.recording.RecordingReader;

/** The file format NWB (Neurodata Without Borders) 2.x: HDF5 files whose root gives the NWB version. */
public final class NwbFormat implements SessionFormat {
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final String VERSION = "nwb_version";

    @Override
    public boolean recognises(FileSignature head) {
        if (!Arrays.equals(Arrays.copyOf(head.bytes(), HDF5.length), HDF5)) {
            return false;
        }
        try (MemoryMappedHdf5 mapped = new MemoryMappedHdf5(head.file())) {
            return Hdf5Tree.attribute(mapped.file(), VERSION).isPresent();
        } catch (RuntimeException | StackOverflowError e) {
            // The file is too damaged to be recognised as NWB: the next format may report more.
            return false;
        }
    }

    @Override
    public Session read(SessionRequest request) {
        Path path = request.file();
        RecordingMapping mapping = request.mapping()
                .map(given -> switch (given) {
                    case RecordingMapping nwb -> nwb;
                    case ArrayMapping _ ->
                        throw new InputError(path + " is an NWB file, but the mapping is of the kind '"
                                + ArrayMapping.KIND + "': give a mapping of the kind '" + RecordingMapping.KIND + "'.");
                })
                .orElse(RecordingMapping.GUESSED);
        return opened(path, file -> {
            String version = Hdf5Tree.text(file, VERSION).orElse("");
            if (version.startsWith("1") || version.startsWith("NWB-1")) {
                throw new InputError("the file is NWB " + version.replace("NWB-", "")
                        + ", but Dalescope reads NWB 2.x: convert the file to NWB 2.");
            }
            request.watch().at(0);
            ReadingNotes notes = new ReadingNotes();
            Session session = new RecordingReader(request, mapping, notes)
                    .session(new NwbReading(file, "NWB " + version, mapping, notes));
            SessionValidation.check(session);
            return session;
        });
    }

    @Override
    public Optional<Mapping> guess(Path file) {
        return Optional.of(RecordingMapping.GUESSED);
    }

    @Override
    public Optional<FileContents> contents(Path path) {
        return Optional.of(opened(path, NwbContents::of));
    }

    private static <T> T opened(Path path, Function<HdfFile, T> reading) {
        try (MemoryMappedHdf5 mapped = new MemoryMappedHdf5(path)) {
            return reading.apply(mapped.file());
        } catch (CancelledException | StorageError asItIs) {
            throw asItIs;
        } catch (InputError refusal) {
            throw refusal.sentence().startsWith(path.toString())
                    ? refusal
                    : new InputError(path + ": " + refusal.sentence(), refusal);
        } catch (HdfFilterException e) {
            throw new InputError(
                    path + " is compressed with a filter that Dalescope does not support: repack it with h5repack -f"
                            + " GZIP=4.",
                    e);
        } catch (OutOfMemoryError e) {
            throw new InputError(
                    path
                            + " needs more memory than is available: choose fewer units, a shorter window or wider bins"
                            + " in a mapping (\"exclude_units\", \"window_ms\", \"bin_ms\").",
                    e);
        } catch (RuntimeException | StackOverflowError e) {
            // If the file is damaged, jhdf can throw any exception.
            throw new InputError(
                    path + " is damaged or incomplete (its HDF5 structure is unreadable): copy or export it again.", e);
        }
    }
}
