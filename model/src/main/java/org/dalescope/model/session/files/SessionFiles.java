package org.dalescope.model.session.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.format.FileContents;
import org.dalescope.model.session.format.FileSignature;
import org.dalescope.model.session.format.MappingChanges;
import org.dalescope.model.session.format.SessionFormat;
import org.dalescope.model.session.format.SessionRequest;
import org.dalescope.model.session.format.arrays.ArrayFormat;
import org.dalescope.model.session.format.dalescope.SessionArchive;
import org.dalescope.model.session.format.nwb.NwbFormat;
import org.dalescope.model.session.format.sorter.SorterFormat;

/** Opens session files of any known format. */
public final class SessionFiles {
    private static final List<SessionFormat> FORMATS =
            List.of(new SessionArchive(), new NwbFormat(), new SorterFormat(), new ArrayFormat());

    /** The share of the progress of opening a file that is attributed to hashing. */
    private static final double HASHING = 0.3;

    /** Bytes that are hashed between two reports of the progress. */
    private static final int HASHED_AT_ONCE = 1 << 20;

    private SessionFiles() {}

    /**
     * Opens a session.
     *
     * @throws InputError that says what is wrong, where, and what to do
     */
    public static Session open(Path file) {
        return open(file, Optional.empty(), Progress.SILENT);
    }

    /**
     * Opens a session with a given mapping.
     *
     * @throws InputError that says what is wrong, where, and what to do
     */
    public static Session open(Path file, Optional<Mapping> mapping, Progress watch) {
        if (file.toString().isBlank()) {
            throw new InputError("The session's file name is empty: give the path of a session file.");
        }
        FileSignature head = FileSignature.of(file);
        Optional<SessionFormat> format = format(head, mapping);
        if (format.isPresent()) {
            String sha256 = sha256(file, format.get().files(file, mapping), watch.part(0, HASHING));
            return format.get().read(new SessionRequest(file, sha256, mapping, watch.part(HASHING, 1)));
        }
        if (Files.isDirectory(file)) {
            throw new InputError(
                    file + " is a folder without npy arrays: give a session file, or a folder of npy arrays.");
        }
        throw new InputError(file + " is not a session file that Dalescope can read"
                + (head.bytes().length == 0 ? " (it is empty)" : "")
                + ": give an NWB 2, MATLAB v7.3 or v5, npz, HDF5 or .dalescope file, a folder of npy"
                + " arrays, or the folder of a spike sorter.");
    }

    /**
     * A mapping with changes.
     *
     * @param mapping the mapping to change; if there is none, the guessed one is changed
     * @throws InputError if the file takes no mapping, or if a change has no effect on it
     */
    public static Optional<Mapping> changed(Path file, Optional<Mapping> mapping, MappingChanges changes) {
        if (changes.isEmpty()) {
            return mapping;
        }
        FileSignature head = FileSignature.of(file);
        Mapping before = mapping.or(() -> format(head, mapping).flatMap(format -> format.guess(file)))
                .orElseThrow(() ->
                        new InputError("--align, --trials, --time-unit, --quality, --narrow-below and --average-trials"
                                + " have no effect on " + file
                                + ", because it takes no mapping: leave them out, and check that it is a"
                                + " session file."));
        return Optional.of(changes.of(before, file.toString()));
    }

    /**
     * The parts of a file that a mapping can name; empty if its format takes no mapping or is not known.
     *
     * @throws InputError if the file cannot be read
     */
    public static Optional<FileContents> contents(Path file) {
        return contents(file, Optional.empty());
    }

    /**
     * The same for the format that reads the file with a mapping.
     *
     * @throws InputError if the file cannot be read
     */
    public static Optional<FileContents> contents(Path file, Optional<Mapping> mapping) {
        return format(FileSignature.of(file), mapping).flatMap(format -> format.contents(file));
    }

    private static Optional<SessionFormat> format(FileSignature head, Optional<Mapping> mapping) {
        return FORMATS.stream()
                .filter(format -> mapping.filter(said -> !format.reads(said)).isEmpty())
                .filter(format -> format.recognises(head))
                .findFirst();
    }

    /** SHA-256 of a file, or of the files that are read of a folder, one after the other, in hexadecimal digits. */
    public static String sha256(Path file) {
        List<Path> parts = format(FileSignature.of(file), Optional.empty())
                .map(format -> format.files(file, Optional.empty()))
                .orElse(List.of(file));
        return sha256(file, parts, Progress.SILENT);
    }

    private static String sha256(Path file, List<Path> parts, Progress watch) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int i = 0; i < parts.size(); i++) {
                if (!parts.get(i).equals(file)) {
                    digest.update(String.valueOf(parts.get(i).getFileName()).getBytes(StandardCharsets.UTF_8));
                }
                double share = 1.0 / parts.size();
                update(digest, parts.get(i), watch.part(i * share, (i + 1) * share));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new StorageError(file + " cannot be read: check the disk and the file's permissions.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void update(MessageDigest digest, Path file, Progress watch) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            double size = Math.max(1, Files.size(file));
            byte[] bytes = new byte[HASHED_AT_ONCE];
            long done = 0;
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                digest.update(bytes, 0, read);
                done += read;
                watch.at(Math.min(1, done / size));
            }
        }
    }
}
