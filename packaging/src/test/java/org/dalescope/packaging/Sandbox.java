package org.dalescope.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A made-up machine: a copy of the launchers in a folder with spaces, a PATH that holds the usual commands but no Java,
 * and an environment of which nothing is inherited. Without it the tests would find the JDK they run on.
 */
final class Sandbox {
    /** What the scripts may call; everything else, Java above all, is not on this machine. */
    private static final String COMMANDS =
            "sh basename cat chmod cp curl cut date dirname find flock grep gzip head ln ls"
                    + " mkdir mktemp mv readlink rm rmdir sed sha256sum shasum sleep tail tar touch tr uname wget";

    final Path folder;
    final Path project;
    final Path bin;
    private final Map<String, String> environment = new TreeMap<>();

    Sandbox(Path folder) throws IOException {
        this.folder = folder;
        this.project = folder.resolve("my project");
        this.bin = Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("home"));
        var real = Path.of("").toAbsolutePath().getParent();
        if (real == null) {
            throw new IOException("the tests must run in the module's own folder");
        }
        copy(real, "dalescope");
        copy(real, "mvnw");
        try (Stream<Path> scripts = Files.walk(real.resolve("packaging/launcher"))) {
            for (var script : scripts.filter(Files::isRegularFile).toList()) {
                copy(real, real.relativize(script).toString());
            }
        }
        for (var command : COMMANDS.split(" ", -1)) {
            provide(command);
        }
        environment.put("PATH", bin.toString());
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("DALESCOPE_JDK_ROOTS", folder.resolve("jvm").toString());
    }

    Sandbox with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** A fake JDK under {@code name}: its java tells its arguments, its release file the version. */
    Path jdk(String name, String version) throws IOException {
        var home = folder.resolve(name);
        script(
                home.resolve("bin/java"),
                "for a in \"$@\"; do echo \"arg:$a\"; done; echo \"cwd:$PWD\"; exit \"${FAKE_EXIT:-0}\"");
        script(home.resolve("bin/javac"), "exit 0");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    void script(Path file, String body) throws IOException {
        write(file, "#!/bin/sh\n" + body + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make executable: " + file);
        }
    }

    void write(Path file, String text) throws IOException {
        var parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, text);
    }

    Outcome run(Path workingFolder, List<String> command) throws IOException, InterruptedException {
        var out = folder.resolve("out.txt");
        var err = folder.resolve("err.txt");
        var builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(workingFolder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("still running after a minute: " + command);
        }
        return new Outcome(process.exitValue(), read(out), read(err));
    }

    Outcome findJdk(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("/bin/sh", project + "/packaging/launcher/find-jdk.sh"));
        command.addAll(List.of(arguments));
        return run(folder, command);
    }

    /** What is left in the project's .jdk folder; empty where there is no such folder. */
    List<String> installed() throws IOException {
        var jdks = project.resolve(".jdk");
        if (!Files.exists(jdks)) {
            return List.of();
        }
        try (Stream<Path> left = Files.list(jdks)) {
            return left.map(path -> String.valueOf(path.getFileName())).sorted().toList();
        }
    }

    private void copy(Path real, String name) throws IOException {
        var target = project.resolve(name);
        var parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.copy(real.resolve(name), target, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private void provide(String command) throws IOException {
        for (var place : List.of("/usr/bin", "/bin")) {
            var program = Path.of(place, command);
            if (Files.exists(program)) {
                script(bin.resolve(command), "exec " + program + " \"$@\"");
                return;
            }
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
