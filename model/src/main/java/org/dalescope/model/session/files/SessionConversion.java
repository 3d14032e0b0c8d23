package org.dalescope.model.session.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.common.io.MatFileWriter;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.format.container.ElementCounts;
import org.dalescope.model.session.format.dalescope.SessionArchive;
import org.dalescope.model.session.format.plain.PlainSessionArrays;

/** Writes a session in another format and believes only what it reads back. */
public final class SessionConversion {
    private SessionConversion() {}

    /**
     * Writes a file that gives the session back exactly; nothing is left where it would not.
     *
     * @throws InputError where the place is taken, the format cannot hold the session, or what is read back differs
     */
    public static void convert(Session session, ConversionFormat format, Path out) {
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputError(out + " exists: give another --out.");
        }
        checkSize(session);
        AtomicFile.writeChecked(out, part -> {
            write(session, format, part);
            checkReadBack(session, format, part, out);
        });
    }

    /** Every value, whatever the format, as it was in the session. */
    static void checkReadBack(Session session, ConversionFormat format, Path part, Path out) {
        Optional<String> difference = SessionDifference.between(session, SessionFiles.open(part));
        if (difference.isPresent()) {
            throw new InputError(
                    "Converting to " + format.key() + " would not be lossless: " + difference.get() + " of "
                            + session.source().file() + " would come back from " + out
                            + " changed, so nothing was written; convert to another format.");
        }
    }

    private static void checkSize(Session session) {
        long perTrial = (long) session.bins()
                * Math.max(session.neurons().size(), session.channels().size());
        long values = session.trials() * perTrial;
        if (values > ElementCounts.MOST) {
            throw new InputError("An array of " + values + " values is more than the " + ElementCounts.MOST
                    + " that are read back (a MATLAB v5 variable ends at 2 GB): convert fewer trials or neurons.");
        }
    }

    private static void write(Session session, ConversionFormat format, Path part) throws IOException {
        switch (format) {
            case NPZ -> NpzFile.write(part, PlainSessionArrays.arrays(session));
            case MAT -> MatFileWriter.write(PlainSessionArrays.arrays(session), part);
            case DALESCOPE -> SessionArchive.write(session, part);
        }
    }
}
