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
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.format.container.ElementCounts;
import org.dalescope.model.session.format.dalescope.SessionArchive;
import org.dalescope.model.session.format.plain.PlainSessionArrays;

/** Converts a session to another file format and verifies the result by reading it back. */
public final class SessionConversion {
    private SessionConversion() {}

    /**
     * Writes a file from which the session is read back exactly; otherwise no file is left.
     *
     * @throws InputError if the file exists, the format cannot hold the session, or the session that is read back
     *     differs, or it holds averages over trials
     */
    public static void convert(Session session, ConversionFormat format, Path out) {
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputError(out + " already exists: give another --out.");
        }
        if (session.source().isAveraged()) {
            throw new InputError("This session cannot be converted, because " + SessionSource.AVERAGED
                    + ": the converted file would show drawn trials as recorded ones. Use the file itself with its"
                    + " mapping.");
        }
        checkSize(session);
        AtomicFile.writeChecked(out, part -> {
            write(session, format, part);
            checkReadBack(session, format, part, out);
        });
    }

    /** Checks that every value comes back from the file as it was in the session, whatever the format. */
    static void checkReadBack(Session session, ConversionFormat format, Path part, Path out) {
        Optional<String> difference = SessionDifference.between(session, SessionFiles.open(part));
        if (difference.isPresent()) {
            throw new InputError(
                    "Converting to " + format.key() + " would change the session: " + difference.get() + " of "
                            + session.source().file() + " would be different in " + out
                            + ". Nothing was written; convert to another format.");
        }
    }

    private static void checkSize(Session session) {
        long perTrial = (long) session.bins()
                * Math.max(session.neurons().size(), session.channels().size());
        long values = session.trials() * perTrial;
        if (values > ElementCounts.MOST) {
            throw new InputError("The session has an array of " + values + " values, more than the "
                    + ElementCounts.MOST + " that can be read back (a MATLAB v5 variable is limited to 2 GB): convert"
                    + " fewer trials or neurons.");
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
