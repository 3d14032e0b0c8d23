package org.dalescope.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A made-up checkout of the project on a machine that lacks nothing, where Maven only pretends to build. */
final class Checkout {
    private static final String ALL_LIBRARIES =
            "libfreetype.so.6 libfontconfig.so.1 libpango-1.0.so.0 libpangoft2-1.0.so.0 libgtk-3.so.0 libXtst.so.6";

    final Sandbox sandbox;
    /** Where the user stands, which is not the project. */
    final Path elsewhere;

    Checkout(Sandbox sandbox) throws IOException {
        this.sandbox = sandbox;
        elsewhere = Files.createDirectories(sandbox.folder.resolve("the user's folder"));
        sandbox.with("JAVA_HOME", sandbox.jdk("a jdk", "25.0.3").toString());
        libraries(ALL_LIBRARIES);
        for (var module : List.of("resources", "model", "app")) {
            sandbox.write(sandbox.project.resolve(module + "/pom.xml"), "<project/>");
            sandbox.write(sandbox.project.resolve(module + "/src/main/java/A.java"), "class A {}");
        }
        sandbox.write(sandbox.project.resolve("pom.xml"), "<project/>");
        sandbox.write(sandbox.folder.resolve("lib.jar"), "");
        buildBy("""
                echo "Maven says something"
                echo built "$@" >>builds.txt
                for m in resources model app; do mkdir -p $m/target; : >$m/target/dalescope-$m-0.1.0.jar; done
                printf '%s' '""" + sandbox.folder.resolve("lib.jar") + "' >app/target/class-path.txt");
    }

    Outcome start(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(launcher()));
        command.addAll(List.of(arguments));
        return sandbox.run(elsewhere, command);
    }

    void libraries(String names) throws IOException {
        sandbox.script(
                sandbox.bin.resolve("ldconfig"),
                "for l in " + names + "; do echo \"	$l (libc6,x86-64) => /lib/$l\"; done");
    }

    void buildBy(String body) throws IOException {
        sandbox.script(sandbox.project.resolve("mvnw"), body);
    }

    String launcher() {
        return sandbox.project.resolve("dalescope").toString();
    }
}
