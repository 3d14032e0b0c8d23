package org.dalescope.model.session.conversion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.dalescope.model.Refusal;
import org.dalescope.model.array.Npz;
import org.dalescope.model.array.WholeFile;
import org.dalescope.model.session.ReadingWatch;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionRequest;
import org.dalescope.model.session.archive.SessionArchive;

/** Writes a session in another format and believes only what it reads back. */
public final class SessionConversion {
    /** More values are held by no array that Dalescope writes or reads. */
    private static final long MOST_VALUES = 1L << 27;

    private SessionConversion() {}

    /**
     * Writes a file that gives the session back exactly; nothing is left where it would not.
     *
     * @throws Refusal where the place is taken, the format cannot hold the session, or what is read back differs
     */
    public static void convert(Session session, ConversionFormat format, Path out) {
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal(out + " exists: give another --out.");
        }
        checkSize(session, format);
        WholeFile.writeChecked(out, part -> {
            write(session, format, part);
            checkReadBack(session, format, part, out);
        });
    }

    /** Every value, whatever the format, as it was in the session. */
    static void checkReadBack(Session session, ConversionFormat format, Path part, Path out) throws IOException {
        Optional<String> difference = SessionDifference.between(session, read(format, part));
        if (difference.isPresent()) {
            throw new Refusal("Converting to " + format.key() + " would not be lossless: " + difference.get() + " of "
                    + session.source().file() + " would come back from " + out
                    + " changed, so nothing was written; convert to another format.");
        }
    }

    private static void checkSize(Session session, ConversionFormat format) {
        long perTrial = (long) session.bins()
                * Math.max(session.neurons().size(), session.channels().size());
        long values = session.trials() * perTrial;
        if (format == ConversionFormat.MAT && values > MatFile.MOST_BYTES / Float.BYTES) {
            throw new Refusal("A MATLAB v5 file holds at most 2 GB per variable, and this session has " + values
                    + " values of 4 bytes in one: convert it to npz or dalescope, or leave out trials or neurons.");
        }
        if (format != ConversionFormat.MAT && values > MOST_VALUES) {
            throw new Refusal("An array of " + values + " values is more than the " + MOST_VALUES
                    + " that Dalescope reads back: convert fewer trials or neurons.");
        }
    }

    private static void write(Session session, ConversionFormat format, Path part) throws IOException {
        switch (format) {
            case NPZ -> Npz.write(part, PlainSession.arrays(session));
            case MAT -> MatFile.write(PlainSession.arrays(session), part);
            case DALESCOPE -> SessionArchive.write(session, part);
        }
    }

    private static Session read(ConversionFormat format, Path part) throws IOException {
        return switch (format) {
            case NPZ -> PlainSession.session(Npz.read(part).arrays(), part, "npz", "");
            case MAT -> PlainSession.session(MatFile.read(part), part, "MATLAB v5", "");
            case DALESCOPE ->
                new SessionArchive().read(new SessionRequest(part, "", Optional.empty(), ReadingWatch.SILENT));
        };
    }
}
