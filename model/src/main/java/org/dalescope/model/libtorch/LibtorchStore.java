package org.dalescope.model.libtorch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dalescope.model.Refusal;
import org.dalescope.model.array.WholeFile;

/** The libtorches that were fetched or brought, each a folder by its version and flavour. */
public record LibtorchStore(Path folder) {
    public static LibtorchStore standard() {
        return new LibtorchStore(UserFolders.data().resolve("libtorch"));
    }

    /** Names of what is there. */
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
            throw new Refusal(folder + " cannot be listed: check its permissions.", e);
        }
    }

    /**
     * The folder of a name.
     *
     * @throws Refusal where there is none
     */
    public Path of(String name) {
        if (!names().contains(name)) {
            throw new Refusal("There is no libtorch '" + name + "' in " + folder + "; there are: "
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
            throw new Refusal(of(name) + " cannot be listed: check its permissions.", e);
        }
    }

    public void delete(String name) {
        clear(of(name));
    }

    /**
     * Takes in a libtorch that was brought from elsewhere; it is judged before it takes its place.
     *
     * @param from an unpacked folder or a zip
     * @return its name here
     */
    public String bring(Path from) {
        Path part = folder.resolve(".brought");
        clear(part);
        WholeFile.folder(part);
        try {
            if (Files.isDirectory(from)) {
                copy(from, part);
            } else {
                unzip(from, part);
            }
            Path inner = Files.isDirectory(part.resolve("libtorch")) ? part.resolve("libtorch") : part;
            return place(inner);
        } catch (IOException e) {
            throw new Refusal(
                    from + " cannot be taken in (" + e.getMessage() + "): check the file and the free space.", e);
        } finally {
            clear(part);
        }
    }

    /** Moves a complete libtorch to its name. */
    String place(Path complete) throws IOException {
        Libtorch found = Libtorch.examine(complete);
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
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                any = true;
                Path target = to.resolve(entry.getName()).normalize();
                if (!target.startsWith(to)) {
                    throw new IOException("it holds a path that leads out of it: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.resolveSibling("."));
                    Files.copy(zip, target);
                }
            }
        }
        if (!any) {
            throw new IOException("it is no zip");
        }
    }

    private static void clear(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new Refusal(path + " cannot be deleted: check its permissions.", e);
        }
    }
}
