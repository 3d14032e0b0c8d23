package org.dalescope.model.engine.libtorch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that look like a libtorch; there is no code in them. */
final class MadeUpLibtorch {
    private MadeUpLibtorch() {}

    /** An unpacked archive. */
    static Path at(Path folder, String version, String... libraries) throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib").resolve(library("torch")), "torch");
        for (String library : libraries) {
            Files.writeString(folder.resolve("lib").resolve(library), library);
        }
        Files.writeString(folder.resolve("build-version"), version + "\n");
        return folder;
    }

    static String library(String name) {
        return System.mapLibraryName(name);
    }

    /** Whole, for CUDA 12.8. */
    static Path cuda(Path folder) throws IOException {
        return at(folder, "2.7.1+cu128", library("torch_cpu"), library("torch_cuda"), "libcudart-218eec4c.so.12");
    }
}
