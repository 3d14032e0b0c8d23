package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Takes the pictures of the documentation (docs/testing.md has the command). */
@Tag("screenshots")
class ScreenshotsTest {
    private static final int LEAST_PICTURES = 100;

    @Test
    void aPictureOfEveryViewIsTaken() throws IOException {
        Path project = Path.of("..").toAbsolutePath().normalize();
        Path folder = project.resolve(System.getProperty("dalescope.screenshots", "app/target/screenshots"));
        Screenshots.take(folder);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> pictures =
                    files.filter(file -> file.toString().endsWith(".png")).toList();
            assertTrue(pictures.size() >= LEAST_PICTURES, "took " + pictures.size());
        }
    }
}
