package org.dalescope.model.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dalescope.model.Refusal;

/** The suites among the run folders. */
public record SuiteLibrary(Path folder) {

    /**
     * A suite in the library.
     *
     * @param suite empty where {@code suite.json} is damaged
     * @param finished fits that finished
     * @param failed fits that came to nothing
     */
    public record Entry(SuiteFolder folder, Optional<SuiteRecord> suite, int finished, int failed) {}

    /** All suites, the newest first. */
    public List<Entry> suites() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(SuiteFolder::isSuite)
                    .map(SuiteFolder::new)
                    .sorted(Comparator.comparingLong(SuiteLibrary::changed).reversed())
                    .map(SuiteLibrary::entry)
                    .toList();
        } catch (IOException e) {
            throw new Refusal("The folder of runs " + folder + " cannot be read: check its permissions.", e);
        }
    }

    /** {@code suite.json} is written when the suite starts or goes on. */
    private static long changed(SuiteFolder suite) {
        return suite.suiteJson().toFile().lastModified();
    }

    private static Entry entry(SuiteFolder folder) {
        try {
            SuiteRecord suite = SuiteJson.read(folder);
            int finished = (int) suite.cells().stream()
                    .filter(cell -> FitSummary.isFinished(folder.run(cell)))
                    .count();
            int failed = (int) Failures.read(folder).sentences().keySet().stream()
                    .filter(cell -> !FitSummary.isFinished(folder.run(cell)))
                    .count();
            return new Entry(folder, Optional.of(suite), finished, failed);
        } catch (Refusal damaged) {
            return new Entry(folder, Optional.empty(), 0, 0);
        }
    }
}
