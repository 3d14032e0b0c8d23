package org.dalescope.app.ui.preferences;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;

/** The self-test in the preferences view, which tries every engine and returns a report. */
@FunctionalInterface
public interface SelfTest {
    /** The timeout, longer than any machine needs; it ends a library that hangs. */
    long TIMEOUT_SECONDS = 180;

    /**
     * Runs the self-test and returns its report; not for the window's thread.
     *
     * @throws InputError if there is no report
     */
    String report();

    /**
     * A self-test that runs {@code dalescope doctor} in a separate process with the settings of the next start: native
     * code is loaded only once per process, and a library that crashes does not end the window.
     */
    static SelfTest inSeparateProcess() {
        return () -> run(command());
    }

    private static List<String> command() {
        String program = ProcessHandle.current()
                .info()
                .command()
                .orElseThrow(() -> new InputError(
                        "The command that started this program is not known: run 'dalescope doctor' in a "
                                + "terminal."));
        List<String> words = new ArrayList<>(List.of(program));
        if (String.valueOf(Path.of(program).getFileName()).matches("java(\\.exe)?")) {
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(option -> !option.startsWith("-javaagent") && !option.startsWith("-agentlib"))
                    .forEach(words::add);
            words.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.dalescope.app.Main"));
        }
        words.add("doctor");
        return words;
    }

    private static String run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // The installed program marks its own start in the environment. With this mark, a second process would think
        // that it is already started.
        builder.environment().remove("_JPACKAGE_LAUNCHER");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<Boolean> ended =
                    CompletableFuture.supplyAsync(() -> endsInTime(process), SelfTest::runSeparately);
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!ended.join()) {
                throw new InputError(
                        ("The self-test did not end within %s s: run 'dalescope doctor' in a terminal and see where it "
                                        + "stops.")
                                .formatted(TIMEOUT_SECONDS));
            }
            if (text.isBlank()) {
                throw new InputError(
                        "The self-test ended without a report (exit code %s): run 'dalescope doctor' in a terminal."
                                .formatted(process.exitValue()));
            }
            return text.strip();
        } catch (IOException e) {
            throw new StorageError(
                    "The self-test cannot start (%s): run 'dalescope doctor' in a terminal.".formatted(e.getMessage()),
                    e);
        }
    }

    private static void runSeparately(Runnable work) {
        Thread.ofPlatform().name("self-test").daemon().start(work);
    }

    private static boolean endsInTime(Process process) {
        try {
            if (process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }
}
