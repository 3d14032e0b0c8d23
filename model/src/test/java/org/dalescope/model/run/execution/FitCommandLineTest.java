package org.dalescope.model.run.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FitCommandLineTest {
    @Test
    void repeatsTheFit() {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("training.epochs", "3");
        changes.put("network.tau.learned", "unit");
        FitCommandLine line = new FitCommandLine(
                "/data/one.mat", Optional.empty(), "default", changes, 7, "reference", Path.of("/runs/one-1"));
        assertEquals(
                "dalescope fit /data/one.mat --preset default --set training.epochs=3 --set network.tau.learned=unit"
                        + " --seed 7 --split reference --out /runs/one-1",
                line.text());
    }

    @Test
    void quotesWhatAShellWouldTakeApart() {
        FitCommandLine line = new FitCommandLine(
                "/my data/it's.mat",
                Optional.of(Path.of("/my data/map.json")),
                "default",
                Map.of(),
                0,
                "stratified",
                Path.of("/runs/a b"));
        assertEquals(
                "dalescope fit '/my data/it'\\''s.mat' --mapping '/my data/map.json' --preset default --seed 0 --out '/runs/a b'",
                line.text());
    }
}
