package org.dalescope.model.run.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dalescope.model.common.StorageError;

/**
 * Finds the run folders that differ only by their seed. In a suite they are next to each other as {@code seed-1},
 * {@code seed-2} and so on.
 */
public final class SeedFolders {
    private static final Pattern SEED = Pattern.compile("seed-(\\d{1,18})");

    private SeedFolders() {}

    /**
     * The run and the finished runs of other seeds, in the order of seeds; only the run itself if it is not one of
     * several seeds.
     */
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
            throw new StorageError(arm + " cannot be listed. Check its permissions.", e);
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
