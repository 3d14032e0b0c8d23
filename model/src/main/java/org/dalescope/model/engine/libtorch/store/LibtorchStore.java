package org.dalescope.model.engine.libtorch.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.UserFolders;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.common.io.FolderDeletion;

/** The folder of downloaded and imported libtorches, with one subfolder per version and flavour. */
public record LibtorchStore(Path folder) {
    /** More than the size of any libtorch, which is 6 GB with CUDA. */
    private static final long MOST_BYTES = 20L << 30;

    private static final int CHUNK = 1 << 16;

    public static LibtorchStore standard() {
        return new LibtorchStore(UserFolders.data().resolve("libtorch"));
    }

    /** The names of the libtorches in the store. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StorageError(folder + " cannot be listed: check its permissions.", e);
        }
    }

    /**
     * The folder of the libtorch of a name.
     *
     * @throws InputError if there is none
     */
    public Path of(String name) {
        if (!names().contains(name)) {
            throw new InputError("There is no libtorch '" + name + "' in " + folder + "; there are: "
                    + (names().isEmpty() ? "none" : String.join(", ", names())) + ".");
        }
        return folder.resolve(name);
    }

    public long bytes(String name) {
        try (Stream<Path> files = Files.walk(of(name))) {
            long sum = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
            return sum;
        } catch (IOException e) {
            throw new StorageError(of(name) + " cannot be listed: check its permissions.", e);
        }
    }

    public void delete(String name) {
        clear(of(name));
    }

    /**
     * Imports a libtorch, which is checked before it is moved into the store.
     *
     * @param from an unpacked folder or a zip
     * @return its name in the store
     */
    public String importFrom(Path from) {
        Path part = folder.resolve(".brought");
        clear(part);
        AtomicFile.folder(part);
        try {
            if (Files.isDirectory(from)) {
                copy(from, part);
            } else {
                unzip(from, part);
            }
            Path inner = Files.isDirectory(part.resolve("libtorch")) ? part.resolve("libtorch") : part;
            return place(inner);
        } catch (ZipException damaged) {
            throw new InputError(
                    from + " is not a libtorch archive that can be read (" + damaged.getMessage()
                            + "): copy it again from the other computer.",
                    damaged);
        } catch (IOException e) {
            throw new StorageError(
                    from + " cannot be imported (" + e.getMessage() + "): check the file and the free space.", e);
        } finally {
            clear(part);
        }
    }

    /** Moves a complete libtorch to the folder of its name. */
    String place(Path complete) throws IOException {
        LibtorchFolder found = LibtorchFolder.examine(complete);
        String name = found.version() + "-" + found.flavour();
        clear(folder.resolve(name));
        Files.move(complete, folder.resolve(name));
        return name;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void unzip(Path file, Path to) throws IOException {
        boolean any = false;
        long left = MOST_BYTES;
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                any = true;
                Path target = inside(to, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.resolveSibling("."));
                    left -= copy(zip, target, left);
                }
            }
        }
        if (!any) {
            throw new ZipException("it is not a zip file");
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        try {
            Path target = folder.resolve(name).normalize();
            if (target.startsWith(folder) && !target.equals(folder)) {
                return target;
            }
        } catch (InvalidPathException damaged) {
            throw new ZipException("it contains an invalid path: " + damaged.getReason());
        }
        throw new ZipException("it contains a path outside of the archive: " + name);
    }

    /**
     * Copies an entry, but not more than the bytes left for all entries, because a few packed bytes can become very
     * many.
     */
    private static long copy(InputStream in, Path target, long left) throws IOException {
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            byte[] chunk = new byte[CHUNK];
            long copied = 0;
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                copied += read;
                if (copied > left) {
                    throw new ZipException("it unpacks to more bytes than any libtorch has");
                }
                out.write(chunk, 0, read);
            }
            return copied;
        }
    }

    private static void clear(Path path) {
        try {
            FolderDeletion.delete(path);
        } catch (IOException e) {
            throw new StorageError(path + " cannot be deleted: check its permissions.", e);
        }
    }
}
