package org.dalescope.model.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.Refusal;
import org.dalescope.model.session.archive.SessionArchive;
import org.dalescope.model.session.arrays.ArrayFormat;
import org.dalescope.model.session.container.Containers;
import org.dalescope.model.session.mapping.Mapping;

/** Opens a session file of any known format. */
public final class SessionFiles {
    private static final List<SessionFormat> FORMATS = List.of(new SessionArchive(), new ArrayFormat());

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
        FileHead head = FileHead.of(file);
        for (SessionFormat format : FORMATS) {
            if (format.recognises(head)) {
                return format.read(new SessionRequest(file, sha256(file), mapping, watch));
            }
        }
        if (Files.isDirectory(file)) {
            throw new Refusal(
                    file + " is a folder without npy arrays: give a session file, or a folder of npy arrays.");
        }
        throw new Refusal(
                file + " is not a session that Dalescope reads" + (head.bytes().length == 0 ? " (it is empty)" : "")
                        + ": it reads MATLAB v7.3 and v5, npz, folders of npy, HDF5 and .dalescope files.");
    }

    /** SHA-256 of a file, or of a folder's arrays one after the other, in hexadecimal digits. */
    public static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path part : Files.isDirectory(file) ? Containers.arraysOf(file) : List.of(file)) {
                if (!part.equals(file)) {
                    digest.update(String.valueOf(part.getFileName()).getBytes(StandardCharsets.UTF_8));
                }
                try (InputStream in = new DigestInputStream(Files.newInputStream(part), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new Refusal(file + " cannot be read: check the disk and the file's permissions.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
