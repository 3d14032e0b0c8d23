package org.dalescope.model.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dalescope.model.Refusal;

/** A folder of run folders. */
public record RunLibrary(Path folder) {

    /** Where runs go unless the person says otherwise: DALESCOPE_RUNS, else Dalescope/runs in the home folder. */
    public static RunLibrary standard() {
        String own = System.getenv("DALESCOPE_RUNS");
        return new RunLibrary(
                own == null ? Path.of(System.getProperty("user.home", "."), "Dalescope", "runs") : Path.of(own));
    }

    /**
     * A run in the library.
     *
     * @param description empty where {@code run.json} is damaged
     */
    public record Entry(RunFolder run, Optional<RunDescription> description) {}

    /** All runs, the newest first. */
    public List<Entry> runs() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            List<Entry> entries = new ArrayList<>();
            for (Path path : folders.toList()) {
                RunFolder run = new RunFolder(path);
                if (Files.isRegularFile(run.runJson())) {
                    entries.add(new Entry(run, description(run)));
                }
            }
            entries.sort(Comparator.comparing((Entry e) ->
                            e.description().map(RunDescription::started).orElse(""))
                    .reversed());
            return List.copyOf(entries);
        } catch (IOException e) {
            throw new Refusal("The folder of runs " + folder + " cannot be read: check its permissions.", e);
        }
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

    private static Optional<RunDescription> description(RunFolder run) {
        try {
            return Optional.of(RunDescription.read(run));
        } catch (Refusal damaged) {
            return Optional.empty();
        }
    }
}
