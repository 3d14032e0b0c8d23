package org.dalescope.app.ui.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.Preferences;
import org.dalescope.model.engine.choice.ComputeDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PreferencesViewModelTest {
    @TempDir
    Path folder = Path.of("");

    private Preferences preferences() {
        return new Preferences(folder.resolve("preferences.json"));
    }

    private PreferencesViewModel model(SelfTest test) {
        return new PreferencesViewModel(preferences(), test, folder.toString(), Runnable::run, Runnable::run);
    }

    private PreferencesViewModel model() {
        return model(() -> "all works");
    }

    /** Files with the names of a libtorch; there is no code in them. */
    private Path libtorch(String version, String... libraries) throws IOException {
        Path top = folder.resolve("libtorch-" + version);
        Files.createDirectories(top.resolve("lib"));
        for (String library : libraries) {
            Files.createFile(top.resolve("lib").resolve(library));
        }
        Files.writeString(top.resolve("build-version"), version);
        return top;
    }

    private Path cpu() throws IOException {
        return libtorch("2.7.1+cpu", System.mapLibraryName("torch"), System.mapLibraryName("torch_cpu"));
    }

    @Test
    void whatThisStartComputesWithIsSaid() {
        assertEquals(
                "In use now: libtorch 2.7.1 (cpu), chosen by the program.",
                model().inUseProperty().get());
    }

    @Test
    void aFolderThatCannotBeLoadedIsRefusedWithTheModelsSentenceAndNothingIsWritten() throws IOException {
        PreferencesViewModel model = model();
        model.choose(folder.resolve("nowhere"));
        assertTrue(model.verdictProperty().get().startsWith("There is no folder"), model.verdictProperty()::get);
        model.choose(libtorch(
                "2.5.0+cu121",
                System.mapLibraryName("torch"),
                System.mapLibraryName("torch_cpu"),
                System.mapLibraryName("torch_cuda")));
        assertTrue(model.verdictProperty().get().contains("2.5.0+cu121, which this Dalescope cannot load"));
        assertEquals(Optional.empty(), preferences().libtorch());
        assertFalse(Files.exists(preferences().file()));
    }

    @Test
    void aCpuBuildIsTakenForTheNextStartAndSaysThatItUsesNoGpu() throws IOException {
        PreferencesViewModel model = model();
        Path build = cpu();
        String before = model.inUseProperty().get();
        model.choose(build);
        String verdict = model.verdictProperty().get();
        assertTrue(verdict.contains("will be used after the next start of Dalescope. It cannot use a GPU: "), verdict);
        assertTrue(verdict.contains("is a CPU build of libtorch"), verdict);
        assertEquals(Optional.of(build.toAbsolutePath()), preferences().libtorch());
        assertEquals(before, model.inUseProperty().get(), "native code is loaded once");
        assertTrue(
                model.devicesProperty().get().getLast().obstacle().orElseThrow().contains("CPU build"),
                model.devicesProperty().get()::toString);
        model.takeShipped();
        assertEquals(Optional.empty(), preferences().libtorch());
        assertTrue(model.verdictProperty().get().contains("The included libtorch"));
    }

    @Test
    void damagedPreferencesAreSaidAndNotOverwritten() throws IOException {
        Files.writeString(preferences().file(), "{");
        PreferencesViewModel model = model();
        assertTrue(model.verdictProperty().get().contains("is damaged"), model.verdictProperty()::get);
        model.choose(cpu());
        assertTrue(model.verdictProperty().get().contains("is damaged"), model.verdictProperty()::get);
        assertEquals("{", Files.readString(preferences().file()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void everyDeviceIsThereWithTheReasonWhyItIsNotUsed() throws IOException {
        PreferencesViewModel model = model();
        model.refresh();
        List<ComputeDevice> without = model.devicesProperty().get();
        assertEquals(
                List.of("CPU", "GPU"), without.stream().map(ComputeDevice::name).toList());
        assertEquals(Optional.empty(), without.getFirst().obstacle());
        assertTrue(without.getLast().obstacle().orElseThrow().contains("the included libtorch is for the CPU"));
        Path program =
                Files.writeString(folder.resolve("nvidia-smi"), "#!/bin/sh\necho 'NVIDIA L4, 23034 MiB, 570.86.10'\n");
        assertTrue(program.toFile().setExecutable(true));
        model.refresh();
        ComputeDevice gpu = model.devicesProperty().get().getLast();
        assertEquals("NVIDIA L4", gpu.name());
        assertEquals("23034 MiB, driver 570.86.10", gpu.detail());
        assertTrue(gpu.obstacle().orElseThrow().contains("--libtorch"), gpu::toString);
    }

    @Test
    void theSelfTestRunsOnceAtATimeAndItsFailureIsASentence() {
        List<Runnable> waiting = new ArrayList<>();
        List<String> runs = new ArrayList<>();
        PreferencesViewModel slow = new PreferencesViewModel(
                preferences(),
                () -> {
                    runs.add("run");
                    return "fused works";
                },
                "",
                waiting::add,
                Runnable::run);
        slow.test();
        slow.test();
        assertTrue(slow.testingProperty().get());
        waiting.forEach(Runnable::run);
        assertEquals(List.of("run"), runs);
        assertEquals("fused works", slow.reportProperty().get());
        assertFalse(slow.testingProperty().get());
        PreferencesViewModel broken = model(() -> {
            throw new InputError("The self-test does not start: run 'dalescope doctor'.");
        });
        broken.test();
        assertFalse(broken.testingProperty().get());
        assertTrue(broken.verdictProperty().get().startsWith("The self-test does not start"));
    }
}
