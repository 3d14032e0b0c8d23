package org.dalescope.model.engine.libtorch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;

/**
 * A libtorch folder on the disk that the program can load.
 *
 * @param libraries the folder of its libraries
 * @param flavour {@code cpu}, or {@code cu128} for CUDA 12.8
 */
public record LibtorchFolder(Path libraries, String version, String flavour) {
    /** The only supported version: the program's native code is built for its interface. */
    public static final String VERSION = "2.7.1";

    /** The only CUDA flavour that the program includes native code for. */
    public static final String CUDA = "cu128";

    private static final String GET = "get libtorch " + VERSION + " for CUDA 12.8 (docs/gpu.md)";
    private static final Pattern PYTHON_VERSION = Pattern.compile("__version__ = '([^']+)'");

    /**
     * Examines a folder: an unpacked libtorch, its {@code lib}, or the {@code torch} of a Python installation.
     *
     * @throws InputError if the folder is not a libtorch, or not of a version and flavour that the program can load
     */
    public static LibtorchFolder examine(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputError("There is no folder " + folder + ": choose the folder of an unpacked libtorch.");
        }
        Path libraries = isComplete(folder) ? folder : folder.resolve("lib");
        if (!isComplete(libraries)) {
            throw new InputError(folder + " holds no complete libtorch (it needs lib/"
                    + System.mapLibraryName("torch") + " and lib/" + System.mapLibraryName("torch_cpu")
                    + "): choose the folder of an unpacked libtorch.");
        }
        Path top = Optional.ofNullable(libraries.toAbsolutePath().getParent()).orElse(libraries);
        String full = fullVersion(libraries, top);
        String[] parts = full.split("\\+", 2);
        boolean gpu = holds(libraries, "torch_cuda");
        String flavour = parts.length > 1 ? parts[1] : gpu ? "cu" : "cpu";
        if (!parts[0].equals(VERSION)) {
            throw new InputError(
                    folder + " holds libtorch " + full + ", which this Dalescope cannot load: " + GET + ".");
        }
        if (flavour.startsWith("cu") && !gpu) {
            throw new InputError(folder + " says that it is libtorch " + full + ", but its CUDA part ("
                    + System.mapLibraryName("torch_cuda") + ") is missing: unpack it again.");
        }
        if (!flavour.equals("cpu") && !flavour.equals(CUDA)) {
            throw new InputError(folder + " holds libtorch " + full + ", a variant that this Dalescope cannot load: "
                    + GET + ", or a CPU build.");
        }
        return new LibtorchFolder(libraries, parts[0], flavour);
    }

    /** The reason why this libtorch cannot use a GPU, independent of the machine's GPUs; empty if it can. */
    public Optional<String> gpuObstacle() {
        return gpuObstacle(Path.of("/usr/local/cuda/lib64"));
    }

    /** The same reason for another CUDA folder of the system. */
    Optional<String> gpuObstacle(Path cuda) {
        if (flavour.equals("cpu")) {
            return Optional.of(libraries + " is a CPU build of libtorch: " + GET);
        }
        boolean runtime = runtimeFolders(cuda).anyMatch(LibtorchFolder::holdsRuntime);
        return runtime
                ? Optional.empty()
                : Optional.of("the CUDA runtime (libcudart.so.12) is neither in " + libraries
                        + " nor on LD_LIBRARY_PATH nor in /usr/local/cuda: install CUDA 12.8's runtime, or use the"
                        + " libtorch archive 'with deps'");
    }

    /** A text such as {@code libtorch 2.7.1 (cu128) in /opt/libtorch/lib}. */
    @Override
    public String toString() {
        return "libtorch " + version + " (" + flavour + ") in " + libraries;
    }

    private static String fullVersion(Path libraries, Path top) {
        for (Path folder : List.of(top, libraries)) {
            Optional<String> text = text(folder.resolve("build-version"));
            if (text.isPresent()) {
                return text.get().strip();
            }
        }
        Optional<String> python = text(top.resolve("version.py"));
        if (python.isPresent()) {
            Matcher found = PYTHON_VERSION.matcher(python.get());
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new InputError(top + " does not state its version (the file build-version is missing): if you know the"
                + " version, write it to this file, for example " + VERSION + "+" + CUDA + ".");
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new StorageError(file + " cannot be read: check its permissions.", e);
        }
    }

    /** Whether both libraries are there. Without both, the loader would silently use the libtorch in the jars. */
    private static boolean isComplete(Path folder) {
        return holds(folder, "torch") && holds(folder, "torch_cpu");
    }

    private static boolean holds(Path folder, String library) {
        return Files.exists(folder.resolve(System.mapLibraryName(library)));
    }

    private Stream<Path> runtimeFolders(Path cuda) {
        // A Python installation keeps CUDA in packages next to torch.
        Path beside = libraries.resolve("../../nvidia/cuda_runtime/lib").normalize();
        String named = Optional.ofNullable(System.getenv("LD_LIBRARY_PATH")).orElse("");
        Stream<Path> path =
                Stream.of(named.split(":")).filter(text -> !text.isBlank()).map(Path::of);
        return Stream.concat(Stream.of(libraries, beside, cuda), path);
    }

    private static boolean holdsRuntime(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> name.matches("libcudart.*\\.so\\.12.*|cudart64_12.*"));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
