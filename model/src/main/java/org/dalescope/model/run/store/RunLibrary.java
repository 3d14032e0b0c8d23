package org.dalescope.model.run.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.dalescope.model.common.io.FolderName;

/** The folder that contains the run folders, with the paths of new ones. */
public record RunLibrary(Path folder) {

    /** The default folder for runs: DALESCOPE_RUNS if it is set, otherwise Dalescope/runs in the home folder. */
    public static RunLibrary standard() {
        String own = System.getenv("DALESCOPE_RUNS");
        return new RunLibrary(
                own == null ? Path.of(System.getProperty("user.home", "."), "Dalescope", "runs") : Path.of(own));
    }

    /** A path for a new run that does not exist yet: {@code name-1}, {@code name-2} and so on. */
    public Path next(String name) {
        return next(name, Set.of());
    }

    /**
     * A path for a new run that does not exist yet and is not reserved.
     *
     * @param promised folders of runs that are waiting to start
     */
    public Path next(String name, Set<Path> promised) {
        String plain = FolderName.trimmed(name);
        int number = 1;
        while (isTaken(folder.resolve(plain + "-" + number), promised)) {
            number++;
        }
        return folder.resolve(plain + "-" + number);
    }

    private static boolean isTaken(Path place, Set<Path> promised) {
        return promised.contains(place) || Files.exists(place);
    }
}
