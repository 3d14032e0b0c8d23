package org.dalescope.model.engine.libtorch.store;

import static org.dalescope.model.engine.libtorch.store.MadeUpLibtorch.library;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.Preferences;
import org.dalescope.model.engine.choice.Gpu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibtorchFolderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static void refused(Path folder, String... words) {
        String sentence = assertThrows(InputError.class, () -> LibtorchFolder.examine(folder))
                .sentence();
        for (String word : words) {
            assertTrue(sentence.contains(word), sentence);
        }
    }

    @Test
    void aWrongFolderIsToldFromAWrongVersionAndAWrongFlavour() throws IOException {
        refused(folder.resolve("nowhere"), "There is no folder");
        refused(folder, "holds no complete libtorch", library("torch_cpu"));
        String cpu = library("torch_cpu");
        String cuda = library("torch_cuda");
        refused(
                MadeUpLibtorch.at(folder.resolve("old"), "2.6.0+cu124", cpu, cuda),
                "2.6.0+cu124",
                "get libtorch 2.7.1");
        refused(MadeUpLibtorch.at(folder.resolve("cu126"), "2.7.1+cu126", cpu, cuda), "2.7.1+cu126", "variant");
        refused(MadeUpLibtorch.at(folder.resolve("half"), "2.7.1+cu128", cpu), cuda, "is missing");
        Path nameless = MadeUpLibtorch.at(folder.resolve("nameless"), "", cpu);
        Files.delete(nameless.resolve("build-version"));
        refused(nameless, "does not state its version");
    }

    @Test
    void aCpuBuildLoadsAndSaysThatItUsesNoGpu() throws IOException {
        LibtorchFolder cpu = LibtorchFolder.examine(
                MadeUpLibtorch.at(folder.resolve("libtorch"), "2.7.1+cpu", library("torch_cpu")));
        assertEquals("cpu", cpu.flavour());
        assertTrue(cpu.gpuObstacle().orElseThrow().contains("CPU build"));
    }

    @Test
    void aCudaBuildWithoutTheRuntimeSaysWhatToInstall() throws IOException {
        Path without = MadeUpLibtorch.at(
                folder.resolve("without"), "2.7.1+cu128", library("torch_cpu"), library("torch_cuda"));
        // Another major version's runtime is none.
        Files.createFile(folder.resolve("libcudart.so.13"));
        String why = LibtorchFolder.examine(without).gpuObstacle(folder).orElseThrow();
        assertTrue(why.contains("libcudart.so.12") && why.contains("install"), why);
    }

    @Test
    void aWholeCudaBuildIsTakenByItsFolderItsLibOrPythonsPackage() throws IOException {
        Path whole = MadeUpLibtorch.cuda(folder.resolve("libtorch"));
        LibtorchFolder found = LibtorchFolder.examine(whole);
        assertEquals(new LibtorchFolder(whole.resolve("lib"), "2.7.1", "cu128"), found);
        assertEquals(Optional.empty(), found.gpuObstacle());
        assertEquals(found, LibtorchFolder.examine(whole.resolve("lib")));
        Path python = MadeUpLibtorch.at(folder.resolve("site/torch"), "", library("torch_cpu"), library("torch_cuda"));
        Files.delete(python.resolve("build-version"));
        Files.writeString(python.resolve("version.py"), "__version__ = '2.7.1+cu128'\ndebug = False\n");
        Path beside = folder.resolve("site/nvidia/cuda_runtime/lib");
        Files.createDirectories(beside);
        Files.createFile(beside.resolve("libcudart.so.12"));
        assertEquals(Optional.empty(), LibtorchFolder.examine(python).gpuObstacle());
    }

    @Test
    void theNearestChoiceHoldsAndIsNamedInItsRefusal() throws IOException {
        Preferences preferences = new Preferences(folder.resolve("preferences.json"));
        assertEquals(Optional.empty(), choice("", "", preferences, "").folder());
        assertEquals(
                Optional.of(Path.of("/inside")),
                choice("", "", preferences, "/inside").folder());
        Files.writeString(preferences.file(), "{\"theme\": \"dark\"}");
        preferences.libtorch(Optional.of(folder));
        assertTrue(Files.readString(preferences.file()).contains("dark"));
        LibtorchChoice preferred = choice("", "", preferences, "/inside");
        assertEquals(Optional.of(folder.toAbsolutePath()), preferred.folder());
        String sentence = assertThrows(InputError.class, preferred::examined).sentence();
        assertTrue(sentence.contains("chosen by " + preferences.file()), sentence);
        assertEquals(
                Optional.of(Path.of("/env")),
                choice("", "/env", preferences, "").folder());
        assertEquals(
                Optional.of(Path.of("/given")),
                choice("/given", "", preferences, "").folder());
        assertThrows(InputError.class, () -> choice("/given", "/env", preferences, ""));
        preferences.libtorch(Optional.empty());
        assertEquals(Optional.empty(), preferences.libtorch());
        Files.writeString(preferences.file(), "{");
        assertThrows(InputError.class, preferences::libtorch);
    }

    private static LibtorchChoice choice(String given, String environment, Preferences preferences, String bundled) {
        return LibtorchChoice.of(
                name -> name.equals(LibtorchChoice.GIVEN) ? given : bundled, name -> environment, preferences);
    }

    @Test
    void gpusAreListedAsTheDriverNamesThem() throws IOException {
        Path program = folder.resolve("nvidia-smi");
        Files.writeString(program, "#!/bin/sh\necho 'NVIDIA H100 80GB HBM3, 81559 MiB, 570.86.10'\n");
        assertTrue(program.toFile().setExecutable(true));
        assertEquals(List.of(new Gpu("NVIDIA H100 80GB HBM3", "81559 MiB", "570.86.10")), Gpu.list(folder.toString()));
        Files.writeString(program, "#!/bin/sh\necho 'No devices were found'\nexit 6\n");
        assertEquals(List.of(), Gpu.list(folder.toString()));
        assertEquals(List.of(), Gpu.list(folder.resolve("nowhere").toString()));
    }
}
