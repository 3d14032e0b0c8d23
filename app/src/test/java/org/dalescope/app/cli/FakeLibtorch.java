package org.dalescope.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders with a libtorch's names and nothing in them. */
final class FakeLibtorch {
    private FakeLibtorch() {}

    /**
     * An unpacked archive.
     *
     * @param parts beside the two that every libtorch has: names as the system gives libraries, or whole file names
     */
    static Path at(Path folder, String version, String... parts) throws IOException {
        Path libraries = Files.createDirectories(folder.resolve("lib"));
        Files.writeString(libraries.resolve(System.mapLibraryName("torch")), "no code");
        Files.writeString(libraries.resolve(System.mapLibraryName("torch_cpu")), "no code");
        for (String part : parts) {
            Files.writeString(libraries.resolve(part.contains(".") ? part : System.mapLibraryName(part)), "no code");
        }
        Files.writeString(folder.resolve("build-version"), version + "\n");
        return folder;
    }
}
