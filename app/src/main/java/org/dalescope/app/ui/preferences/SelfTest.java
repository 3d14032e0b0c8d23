package org.dalescope.app.ui.preferences;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dalescope.app.text.Messages;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;

/** Tries every engine and tells what came of it. */
@FunctionalInterface
public interface SelfTest {
    /** Longer than any machine takes; a library that hangs ends here. */
    long TIMEOUT_SECONDS = 180;

    /**
     * The report, to show and to copy; not for the window's thread.
     *
     * @throws Refusal where it came to none
     */
    String report();

    /**
     * {@code dalescope doctor} in a program of its own, as the next start will be: native code is loaded once, and a library
     * that crashes takes no window with it.
     */
    static SelfTest inAProgramOfItsOwn() {
        return () -> run(command());
    }

    private static List<String> command() {
        String program = ProcessHandle.current()
                .info()
                .command()
                .orElseThrow(() -> new InputError(Messages.of("preferences.the-system-does-not")));
        List<String> words = new ArrayList<>(List.of(program));
        if (String.valueOf(Path.of(program).getFileName()).matches("java(\\.exe)?")) {
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(option -> !option.startsWith("-javaagent") && !option.startsWith("-agentlib"))
                    .forEach(words::add);
            words.addAll(List.of(
                    Messages.of("preferences.cp"),
                    System.getProperty("java.class.path"),
                    Messages.of("preferences.org-dalescope-app-main")));
        }
        words.add(Messages.of("preferences.doctor"));
        return words;
    }

    private static String run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // The installed program's mark of its own start, with which a second one would take itself for started.
        builder.environment().remove("_JPACKAGE_LAUNCHER");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<Boolean> ended =
                    CompletableFuture.supplyAsync(() -> endsInTime(process), SelfTest::onItsOwn);
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!ended.join()) {
                throw new InputError(Messages.of("preferences.the-self-test-did", TIMEOUT_SECONDS));
            }
            if (text.isBlank()) {
                throw new InputError(Messages.of("preferences.the-self-test-broke", process.exitValue()));
            }
            return text.strip();
        } catch (IOException e) {
            throw new StorageError(Messages.of("preferences.the-self-test-does", e.getMessage()), e);
        }
    }

    private static void onItsOwn(Runnable work) {
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
