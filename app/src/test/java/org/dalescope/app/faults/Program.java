package org.dalescope.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dalescope.app.Main;

/** Dalescope as a process of its own, and what its runs leave. */
final class Program {
    private static final long PATIENCE_S = 240;
    private static final int EPOCHS = 4000;
    private final Process process;
    private final Path err;

    private Program(Process process, Path err) {
        this.process = process;
        this.err = err;
    }

    /** Starts it; what it says goes into a file. */
    static Program start(Path err, Object... words) throws IOException {
        Process process = new ProcessBuilder(java(Main.class, words))
                .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Program(process, err);
    }

    private static List<String> java(Class<?> main, Object... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + launcher("java.options"),
                "@" + launcher("terminal.options"),
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        Arrays.stream(words).map(Object::toString).forEach(command::add);
        return command;
    }

    private static Path launcher(String file) {
        return Path.of("..", "packaging", "launcher", file).toAbsolutePath().normalize();
    }

    /** What another class prints that runs to a good end with the program's options. */
    static String output(Class<?> main, Object... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(java(main, words))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    /** Makes a small session. */
    static Path session(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("s.dalescope");
        run(
                folder.resolve("synth.err"),
                "synth",
                "--excitatory",
                8,
                "--inhibitory",
                2,
                "--trials",
                60,
                "--bins",
                40,
                "--out",
                file);
        return file;
    }

    /** The words of a fit that lasts some seconds. */
    static Object[] fit(Path session, Path out) {
        return new Object[] {
            "fit",
            session,
            "--epochs",
            EPOCHS,
            "--set",
            "training.patience=" + EPOCHS,
            "--threads",
            1,
            "--engine",
            "fused",
            "--out",
            out
        };
    }

    /** Runs it to its end, which must be a good one. */
    static void run(Path err, Object... words) throws IOException, InterruptedException {
        Program program = start(err, words);
        assertEquals(0, program.end(), () -> program.said());
    }

    /** As the power or {@code kill -9} does it; whether it was still running. */
    boolean killAfter(long ms) throws InterruptedException {
        if (process.waitFor(ms, TimeUnit.MILLISECONDS)) {
            return false;
        }
        process.destroyForcibly();
        process.waitFor();
        return true;
    }

    int end() throws InterruptedException {
        assertTrue(process.waitFor(PATIENCE_S, TimeUnit.SECONDS), "it ends: " + said());
        return process.exitValue();
    }

    String said() {
        try {
            return Files.readString(err);
        } catch (IOException e) {
            return "";
        }
    }

    /** Waits until it says something. */
    void await(String words) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!said().contains(words)) {
            assertTrue(process.isAlive(), "it waits for '" + words + "' and ended: " + said());
            assertTrue(System.nanoTime() < deadline, "it never said '" + words + "': " + said());
            Thread.sleep(50);
        }
    }

    /** What two equal runs have in common to the last bit: everything but times and places. */
    static List<String> bits(Path run) throws IOException {
        List<String> bits = new ArrayList<>();
        bits.add(hash(run.resolve("parameters.npz")));
        bits.add(hash(run.resolve("series.npz")));
        bits.add(Files.readString(run.resolve("scores.json")));
        List<String> lines = Files.readAllLines(run.resolve("history.csv"));
        int ms = List.of(lines.getFirst().split(",", -1)).indexOf("ms");
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            cells[ms] = "";
            bits.add(String.join(",", cells));
        }
        return bits;
    }

    private static String hash(Path file) throws IOException {
        return Arrays.hashCode(Files.readAllBytes(file)) + " " + Files.size(file);
    }

    /** Runs a command of the system; whether it went well. */
    static boolean system(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }
}
