package org.dalescope.app.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Dalescope as a process of its own, for what a process decides once: folders of the environment, and the libtorch it loads. */
record OwnProcess(Path folder, Map<String, String> environment) {
    private static final long PATIENCE_S = 240;

    /** With the folders of a person who has never used it. */
    static OwnProcess ofANewPerson(Path folder) {
        return new OwnProcess(
                folder,
                Map.of(
                        "DALESCOPE_CONFIG",
                        folder.resolve("config").toString(),
                        "DALESCOPE_DATA",
                        folder.resolve("data").toString(),
                        "PYTORCH_LIBRARY_PATH",
                        "",
                        "LD_LIBRARY_PATH",
                        ""));
    }

    Terminal.Answer dalescope(Object... words) throws IOException, InterruptedException {
        Path launcher = Path.of("..", "packaging", "launcher").toAbsolutePath().normalize();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + launcher.resolve("java.options"),
                "@" + launcher.resolve("terminal.options"),
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.dalescope.app.Main"));
        Arrays.stream(words).map(Object::toString).forEach(command::add);
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertTrue(process.waitFor(PATIENCE_S, TimeUnit.SECONDS), () -> "it does not end: " + command);
        return new Terminal.Answer(process.exitValue(), Files.readString(out), withoutJavas(Files.readString(err)));
    }

    /** What Java itself says of a module that is not final is none of the program's sentences. */
    private static String withoutJavas(String err) {
        return err.replaceAll("(?m)^WARNING: .*\\R", "");
    }
}
