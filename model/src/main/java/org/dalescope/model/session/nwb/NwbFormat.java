package org.dalescope.model.session.nwb;

import io.jhdf.HdfFile;
import io.jhdf.exceptions.HdfFilterException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.dalescope.model.Cancelled;
import org.dalescope.model.Refusal;
import org.dalescope.model.StorageFailure;
import org.dalescope.model.session.FileHead;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionChecks;
import org.dalescope.model.session.SessionFormat;
import org.dalescope.model.session.SessionRequest;
import org.dalescope.model.session.container.MappedHdf;
import org.dalescope.model.session.mapping.ArrayMapping;
import org.dalescope.model.session.mapping.Contents;
import org.dalescope.model.session.mapping.NwbMapping;

/** Neurodata Without Borders 2.x: HDF5 whose root says which version of NWB it is. */
public final class NwbFormat implements SessionFormat {
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final String VERSION = "nwb_version";

    @Override
    public boolean recognises(FileHead head) {
        if (!Arrays.equals(Arrays.copyOf(head.bytes(), HDF5.length), HDF5)) {
            return false;
        }
        try (MappedHdf mapped = new MappedHdf(head.file())) {
            return HdfTree.attribute(mapped.file(), VERSION).isPresent();
        } catch (RuntimeException | StackOverflowError e) {
            // Damaged so far that nothing tells it is NWB: the next format may say more.
            return false;
        }
    }

    @Override
    public Session read(SessionRequest request) {
        Path path = request.file();
        NwbMapping mapping = request.mapping()
                .map(given -> switch (given) {
                    case NwbMapping nwb -> nwb;
                    case ArrayMapping _ ->
                        throw new Refusal(path + " is an NWB file, but the mapping is of the kind '" + ArrayMapping.KIND
                                + "': give one of the kind '" + NwbMapping.KIND + "'.");
                })
                .orElse(NwbMapping.GUESSED);
        return opened(path, file -> {
            String version = HdfTree.text(file, VERSION).orElse("");
            if (version.startsWith("1") || version.startsWith("NWB-1")) {
                throw new Refusal("it is NWB " + version.replace("NWB-", "")
                        + ", older than the 2.x that Dalescope reads: convert the file to NWB 2.");
            }
            Session session = new NwbReading(file, request, mapping).session("NWB " + version);
            SessionChecks.check(session);
            return session;
        });
    }

    @Override
    public Optional<Contents> contents(Path path) {
        return Optional.of(opened(path, NwbContents::of));
    }

    private static <T> T opened(Path path, Function<HdfFile, T> reading) {
        try (MappedHdf mapped = new MappedHdf(path)) {
            return reading.apply(mapped.file());
        } catch (Cancelled | StorageFailure asItIs) {
            throw asItIs;
        } catch (Refusal refusal) {
            throw refusal.sentence().startsWith(path.toString())
                    ? refusal
                    : new Refusal(path + ": " + refusal.sentence(), refusal);
        } catch (HdfFilterException e) {
            throw new Refusal(
                    path + " is packed by a filter that Dalescope does not know: repack it with h5repack -f GZIP=4.",
                    e);
        } catch (OutOfMemoryError e) {
            throw new Refusal(
                    path
                            + " needs more memory than there is: choose fewer units, a shorter window or wider bins in a mapping"
                            + " (\"exclude_units\", \"window_ms\", \"bin_ms\").",
                    e);
        } catch (RuntimeException | StackOverflowError e) {
            // jhdf answers damage with whatever exception the damaged bytes lead to.
            throw new Refusal(
                    path + " is damaged or incomplete (HDF5 structure unreadable): copy or export it again.", e);
        }
    }
}
