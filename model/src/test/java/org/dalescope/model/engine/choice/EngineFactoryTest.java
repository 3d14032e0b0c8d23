package org.dalescope.model.engine.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.Workload;
import org.dalescope.model.engine.choice.EngineFactory.Candidate;
import org.dalescope.model.engine.choice.EngineRequest.Kind;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.engine.libtorch.CudaDetection;
import org.dalescope.model.engine.libtorch.TensorEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineFactoryTest {
    private static final Workload SIZE = new Workload(20, 10, 6, 2, 4);

    @Test
    void wordsThatNameNoEngineOrDeviceAreRefused() {
        for (String[] words : List.of(
                new String[] {"fast", "auto"},
                new String[] {"auto", "gpu"},
                new String[] {"tensor", "cuda:x"},
                new String[] {"fused", "cuda"})) {
            InputError refusal = assertThrows(InputError.class, () -> EngineRequest.of(words[0], words[1], 1));
            assertTrue(refusal.sentence().startsWith("--"), refusal.sentence());
        }
        assertThrows(InputError.class, () -> EngineRequest.of("auto", "auto", -1));
        assertThrows(InputError.class, () -> EngineRequest.of("auto", "auto", 5000));
        assertEquals(
                Runtime.getRuntime().availableProcessors(),
                EngineRequest.of("auto", "auto", 0).threads());
    }

    @Test
    void theCpuIsTheFusedEnginesUnlessTheTensorEngineIsAskedFor() {
        List<String> notes = new ArrayList<>();
        try (RecurrentEngine auto = EngineFactory.open(EngineRequest.of("auto", "cpu", 1), SIZE, notes::add);
                RecurrentEngine tensor = EngineFactory.open(EngineRequest.of("tensor", "cpu", 1), SIZE, notes::add)) {
            assertInstanceOf(FusedEngine.class, auto);
            assertInstanceOf(TensorEngine.class, tensor);
            assertEquals(Kind.FUSED, EngineFactory.kindOf(auto.description()));
            assertEquals(Kind.TENSOR, EngineFactory.kindOf(tensor.description()));
        }
        assertTrue(notes.isEmpty());
    }

    @Test
    void aResumedRunKeepsItsEngineUnlessAnotherIsAskedFor() {
        EngineRequest open = EngineRequest.of("auto", "auto", 2);
        assertEquals(Kind.TENSOR, open.preferring(Kind.TENSOR).kind());
        EngineRequest cpu = EngineRequest.of("auto", "cpu", 2);
        assertEquals(Kind.AUTO, cpu.preferring(Kind.TENSOR).kind());
        assertEquals(
                Kind.FUSED,
                EngineRequest.of("fused", "auto", 2).preferring(Kind.TENSOR).kind());
    }

    @Test
    void cudaIsRuledOutWithoutLoadingAnything() {
        assertTrue(CudaDetection.missing(Optional.empty(), true).orElseThrow().contains("--libtorch"));
    }

    @Test
    void theFasterEngineIsTakenAndMeasuredOncePerSize(@TempDir Path folder) throws IOException {
        MeasuredEngineSpeeds memory =
                new MeasuredEngineSpeeds(folder.resolve("cache").resolve("times.json"));
        memory.remember("slow", SIZE, 1e9);
        List<String> notes = new ArrayList<>();
        List<Candidate> candidates = List.of(
                new Candidate("slow", () -> {
                    throw new AssertionError("remembered as slow: nobody needs to open it");
                }),
                new Candidate("fused", () -> new FusedEngine(1)));
        EngineFactory.fastest(candidates, SIZE, memory, notes::add).close();
        assertTrue(notes.getFirst().contains("Using fused"), notes.getFirst());
        assertTrue(notes.getFirst().contains("slow 1000000000.0 ms (measured earlier)"), notes.getFirst());
        assertTrue(memory.millis("fused", SIZE).orElseThrow() > 0);
        assertFalse(memory.millis("fused", new Workload(21, 10, 6, 2, 4)).isPresent());
        EngineFactory.fastest(candidates, SIZE, memory, notes::add).close();
        assertEquals(2, notes.getLast().split("measured earlier", -1).length - 1, notes.getLast());
        Files.writeString(memory.file(), "damaged");
        assertFalse(memory.millis("fused", SIZE).isPresent());
    }

    @Test
    void everyEngineOfThisMachineIsDiagnosed() {
        List<EngineDiagnosis> all = EngineDiagnosis.all(1);
        assertEquals(3, all.size());
        assertTrue(all.get(0).works(), all.get(0).text());
        assertTrue(all.get(1).works(), all.get(1).text());
        assertFalse(all.get(2).text().isEmpty());
    }
}
