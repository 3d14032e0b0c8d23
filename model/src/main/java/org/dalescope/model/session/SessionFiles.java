package org.dalescope.model.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dalescope.model.Refusal;
import org.dalescope.model.session.archive.SessionArchive;
import org.dalescope.model.session.mapping.Mapping;
import org.dalescope.model.session.matlab.LaboratoryExport;
import org.dalescope.model.session.nwb.NwbFormat;

/** Opens a session file of any known format. */
public final class SessionFiles {
    private static final List<SessionFormat> FORMATS =
            List.of(new NwbFormat(), new LaboratoryExport(), new SessionArchive());
    private static final int HEAD_BYTES = 1024;

    /** The share of opening that the hash is reckoned to take, and the bytes between two words to the watch. */
    private static final double HASHING = 0.3;

    private static final int HASHED_AT_ONCE = 1 << 20;

    private SessionFiles() {}

    /**
     * Opens a session.
     *
     * @throws Refusal saying what is wrong, where, and what to do
     */
    public static Session open(Path file) {
        return open(file, Optional.empty(), ReadingWatch.SILENT);
    }

    /**
     * Opens a session that is understood in a given way.
     *
     * @throws Refusal saying what is wrong, where, and what to do
     */
    public static Session open(Path file, Optional<Mapping> mapping, ReadingWatch watch) {
        if (file.toString().isBlank()) {
            throw new Refusal("The session's file name is empty: give the path of a session file.");
        }
        if (Files.isDirectory(file)) {
            throw new Refusal(file + " is a folder: give a session file (.mat v7.3, .nwb or .dalescope).");
        }
        byte[] head = head(file);
        for (SessionFormat format : FORMATS) {
            if (format.recognises(file, head)) {
                String sha256 = sha256(file, watch.part(0, HASHING));
                return format.read(new SessionRequest(file, sha256, mapping, watch.part(HASHING, 1)));
            }
        }
        throw new Refusal(file + " is not a session that Dalescope reads" + guess(head)
                + ": it reads the laboratory's MATLAB v7.3 export, NWB 2.x and .dalescope files.");
    }

    /** SHA-256 of a file in hexadecimal digits. */
    public static String sha256(Path file) {
        return sha256(file, ReadingWatch.SILENT);
    }

    private static String sha256(Path file, ReadingWatch watch) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            double size = Math.max(1, Files.size(file));
            byte[] bytes = new byte[HASHED_AT_ONCE];
            long done = 0;
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                digest.update(bytes, 0, read);
                done += read;
                watch.at(Math.min(1, done / size));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new Refusal(file + " cannot be read: check the disk and the file's permissions.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD_BYTES);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new Refusal("There is no file " + file + ": check the path.", e);
        } catch (IOException e) {
            throw new Refusal(file + " cannot be read: check its permissions.", e);
        }
    }

    private static String guess(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, 20), java.nio.charset.StandardCharsets.ISO_8859_1)
                .toUpperCase(Locale.ROOT);
        if (head.length == 0) {
            return " (it is empty)";
        }
        return text.startsWith("MATLAB 5.0") ? " (it is MATLAB v5: re-save it with save(..., '-v7.3'))" : "";
    }
}
