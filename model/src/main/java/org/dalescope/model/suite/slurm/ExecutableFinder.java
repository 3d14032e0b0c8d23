package org.dalescope.model.suite.slurm;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dalescope.model.common.CancelledException;

/**
 * Finds and runs the commands of SLURM in the folders of a PATH.
 *
 * @param path folders in the format of the shell variable PATH
 */
record ExecutableFinder(String path) {
    private static final long TIMEOUT_SECONDS = 60;
    private static final int NOT_ENDED = 124;

    /** The exit code and output of a command. */
    record Answer(int code, String out, String err) {
        boolean isDone() {
            return code == 0;
        }

        /** The output on one line. */
        String words() {
            String text = (err.isBlank() ? out : err).strip().replaceAll("\\s*\\R\\s*", "; ");
            return text.isEmpty() ? "exit code " + code : text;
        }
    }

    /** The executable file of a command. */
    Optional<Path> find(String name) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs a command until it ends; a command that hangs counts as not answered. */
    Answer run(String name, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(find(name).map(Path::toString).orElse(name));
        words.addAll(arguments);
        try {
            ProcessBuilder builder = new ProcessBuilder(words);
            // The launcher of the installed program sets this variable. sbatch passes it on, and the launcher in the
            // tasks would assume that it has already started.
            builder.environment().remove("_JPACKAGE_LAUNCHER");
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<String> out = read(process.getInputStream());
            CompletableFuture<String> err = read(process.getErrorStream());
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Answer(NOT_ENDED, "", name + " does not answer");
            }
            return new Answer(process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            return new Answer(NOT_ENDED, "", name + " does not start: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(
                    "The program was interrupted while " + name + " ran: run the same command again.", e);
        }
    }

    /** Uses its own thread, because Java's shared threads may all be busy for hours. */
    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> text(stream),
                task -> Thread.ofPlatform().name("command-output").daemon().start(task));
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }
}
