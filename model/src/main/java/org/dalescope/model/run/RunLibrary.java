package org.dalescope.model.run;

import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of run folders. */
public record RunLibrary(Path folder) {

    /** Where runs go unless the person says otherwise: DALESCOPE_RUNS, else Dalescope/runs in the home folder. */
    public static RunLibrary standard() {
        String own = System.getenv("DALESCOPE_RUNS");
        return new RunLibrary(
                own == null ? Path.of(System.getProperty("user.home", "."), "Dalescope", "runs") : Path.of(own));
    }

    /** A folder for a new run that does not exist yet: {@code name-1}, {@code name-2} and so on. */
    public Path next(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        int number = 1;
        while (Files.exists(folder.resolve(plain + "-" + number))) {
            number++;
        }
        return folder.resolve(plain + "-" + number);
    }
}
