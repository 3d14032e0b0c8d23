package org.dalescope.model.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.dalescope.model.run.store.RunFolder;

/** Run folders as a fit leaves them, written by hand. */
public final class MadeRuns {
    private MadeRuns() {}

    /** What a made run says. */
    public record Made(String name, String status, String started, double score, String preset, String tau) {
        static Made named(String name) {
            return new Made(name, "FINISHED", "2026-01-01T00:00:00Z", 0.4, "default", "population");
        }

        Made at(String time) {
            return new Made(name, status, time, score, preset, tau);
        }

        Made scoring(double r) {
            return new Made(name, status, started, r, preset, tau);
        }

        Made learning(String learned) {
            return new Made(name, status, started, score, preset, learned);
        }

        Made with(String newStatus, String newPreset) {
            return new Made(name, newStatus, started, score, newPreset, tau);
        }
    }

    /** Writes a run into a library. */
    public static RunFolder write(Path library, Made made) throws IOException {
        Path folder = Files.createDirectories(library.resolve(made.name()));
        Files.writeString(folder.resolve("run.json"), """
                {"schema": 1, "dalescope": "0.1.0", "java": "25", "engine": "fused", "status": "%s", "started": "%s",
                 "seconds": 12.5, "seed": 3, "session_name": "Newton", "session_path": "/data/newton.mat", "session_sha256": "ab",
                 "preset": "%s", "command": "dalescope fit", "epochs_done": 40, "best_epoch": 31,
                 "split": {"origin": "stratified", "hash": "cd", "train": [0, 1, 2], "validation": [3], "test": []},
                 "metrics": {}, "warnings": [{"code": "w", "severity": "warning", "text": "t", "meaning": "m"}], "test_opened": 0}
                """.formatted(made.status(), made.started(), made.preset()));
        Files.writeString(
                folder.resolve("config.json"),
                "{\"training\": {\"epochs\": 50}, \"network\": {\"tau\": {\"learned\": \"" + made.tau() + "\"}}}");
        Files.writeString(
                folder.resolve("scores.json"),
                String.format(
                        Locale.ROOT,
                        "{\"partition\": \"validation\", \"scores\": {\"psth_r\": {\"definition\": \"d\", \"value\": %s,"
                                + " \"ceiling_training_psth\": 0.5, \"ceiling_split_half\": null, \"standard_error\": 0.02,"
                                + " \"per_neuron\": {\"1\": 0.3}}}}",
                        made.score()));
        Files.writeString(folder.resolve("history.csv"), "epoch,loss\n1,2\n17,1.5\n1");
        return new RunFolder(folder);
    }
}
