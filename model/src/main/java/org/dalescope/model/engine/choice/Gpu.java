package org.dalescope.model.engine.choice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A GPU of this machine, as reported by {@code nvidia-smi}, so that no libtorch has to be loaded.
 *
 * @param memory such as {@code 81559 MiB}
 */
public record Gpu(String name, String memory, String driver) {
    private static final long TIMEOUT_SECONDS = 20;

    /**
     * The GPUs of this machine.
     *
     * @param path folders that are searched for {@code nvidia-smi}; the list is empty if it is missing or finds no GPU
     */
    public static List<Gpu> list(String path) {
        Optional<Path> program = Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "nvidia-smi"))
                .filter(Files::isExecutable)
                .findFirst();
        return program.map(Gpu::ask).orElse(List.of());
    }

    private static List<Gpu> ask(Path program) {
        try {
            Process process = new ProcessBuilder(
                            program.toString(), "--query-gpu=name,memory.total,driver_version", "--format=csv,noheader")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0
                    ? text.lines().flatMap(line -> parse(line).stream()).toList()
                    : List.of();
        } catch (IOException notThere) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static Optional<Gpu> parse(String line) {
        String[] cells = line.split(",\\s*", -1);
        return cells.length == 3
                ? Optional.of(new Gpu(cells[0].strip(), cells[1], cells[2].strip()))
                : Optional.empty();
    }
}
