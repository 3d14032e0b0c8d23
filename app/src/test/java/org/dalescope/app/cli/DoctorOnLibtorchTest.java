package org.dalescope.app.cli;

import static org.dalescope.app.cli.Terminal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dalescope.app.cli.Terminal.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code doctor} and a fit say about every kind of libtorch folder that somebody may name. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class DoctorOnLibtorchTest {
    @TempDir
    Path folder = Path.of("");

    private OwnProcess person() {
        return OwnProcess.ofANewPerson(folder);
    }

    private void cudaLine(Path libtorch, String... parts) throws IOException, InterruptedException {
        Answer answer = person().dalescope("doctor", "--libtorch", libtorch);
        assertEquals(0, answer.code(), "the fused engine works: " + answer.out() + answer.err());
        assertEquals("", answer.err());
        String line = answer.out()
                .lines()
                .filter(text -> text.startsWith("  tensor on CUDA "))
                .findFirst()
                .orElseThrow();
        assertTrue(line.contains(" NO "), line);
        for (String part : parts) {
            assertTrue(line.contains(part), line);
        }
        assertTrue(answer.out().contains("--engine auto uses fused."), answer.out());
    }

    @Test
    void everyKindOfFolderHasItsSentence() throws IOException, InterruptedException {
        cudaLine(folder.resolve("nowhere"), "There is no folder " + folder.resolve("nowhere"), "chosen by --libtorch");
        cudaLine(Files.createDirectory(folder.resolve("empty")), "empty holds no complete libtorch");
        cudaLine(
                FakeLibtorch.at(folder.resolve("old"), "2.6.0+cu124", "torch_cuda"),
                "holds libtorch 2.6.0+cu124, which this Dalescope cannot load: get libtorch 2.7.1 for CUDA 12.8");
        cudaLine(
                FakeLibtorch.at(folder.resolve("flavour"), "2.7.1+cu126", "torch_cuda"),
                "2.7.1+cu126, a variant that this Dalescope cannot load");
        cudaLine(FakeLibtorch.at(folder.resolve("cpu"), "2.7.1+cpu"), "is a CPU build of libtorch");
        cudaLine(FakeLibtorch.at(folder.resolve("half"), "2.7.1+cu128"), "its CUDA part (libtorch_cuda.so) is missing");
        cudaLine(
                FakeLibtorch.at(folder.resolve("runtime"), "2.7.1+cu128", "torch_cuda"),
                "the CUDA runtime (libcudart.so.12) is neither in");
        // Whole as far as its files tell; there is no code in them, so that it is not used on a machine with a driver
        // either.
        cudaLine(FakeLibtorch.at(folder.resolve("whole"), "2.7.1+cu128", "torch_cuda", "libcudart.so.12"));
    }

    @Test
    void aFitGoesOnWithoutTheGpuAndSaysWhyUnlessCudaWasDemanded() throws IOException, InterruptedException {
        Path session = Terminal.session(folder);
        Path cpu = FakeLibtorch.at(folder.resolve("cpu"), "2.7.1+cpu");
        person().dalescope("libtorch", "use", cpu);
        Path run = folder.resolve("run");
        Answer fit = person().dalescope("fit", session, "--epochs", 2, "--out", run);
        assertEquals(0, fit.code(), fit.err());
        assertTrue(fit.err().contains("The GPU is not used: " + cpu.resolve("lib") + " is a CPU build"), fit.err());
        assertTrue(Files.readString(run.resolve("run.json")).contains("\"fused"), "the record says what computed");
        refused(
                person().dalescope("fit", session, "--epochs", 2, "--device", "cuda", "--out", folder.resolve("none")),
                "CPU build");
        assertTrue(Files.notExists(folder.resolve("none")));
    }
}
