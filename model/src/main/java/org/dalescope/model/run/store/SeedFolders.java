package org.dalescope.model.run.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dalescope.model.common.StorageError;

/** The runs that differ by their seed alone: in a suite they lie side by side as {@code seed-1}, {@code seed-2} and so on. */
public final class SeedFolders {
    private static final Pattern SEED = Pattern.compile("seed-(\\d{1,18})");

    private SeedFolders() {}

    /** The run with its siblings that have ended, by seed; the run alone where it does not lie among seeds. */
    public static List<RunFolder> of(RunFolder run) {
        Path own = run.folder().toAbsolutePath().normalize();
        Path arm = own.getParent();
        if (arm == null || !isSeed(own)) {
            return List.of(run);
        }
        try (Stream<Path> folders = Files.list(arm)) {
            return folders.filter(SeedFolders::isSeed)
                    .filter(folder -> folder.equals(own) || hasEnded(new RunFolder(folder)))
                    .sorted(Comparator.comparingLong(SeedFolders::seed))
                    .map(RunFolder::new)
                    .toList();
        } catch (IOException e) {
            throw new StorageError(arm + " cannot be listed: check its permissions.", e);
        }
    }

    private static boolean hasEnded(RunFolder run) {
        return Files.isRegularFile(run.runJson()) && Files.isRegularFile(run.parametersNpz());
    }

    private static boolean isSeed(Path folder) {
        return SEED.matcher(String.valueOf(folder.getFileName())).matches();
    }

    private static long seed(Path folder) {
        return Long.parseLong(String.valueOf(folder.getFileName()).substring("seed-".length()));
    }
}
