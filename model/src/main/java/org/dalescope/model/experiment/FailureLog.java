package org.dalescope.model.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dalescope.model.StorageFailure;
import org.dalescope.model.array.WholeFile;

/** Where the reasons of fits that came to nothing are kept until they succeed. */
sealed interface FailureLog {
    void failed(Cell cell, String reason);

    void finished(Cell cell);

    /** {@code failures.json}, which one program at a time writes. */
    record OneFile(SuiteFolder folder) implements FailureLog {
        @Override
        public synchronized void failed(Cell cell, String reason) {
            Failures.read(folder).with(cell, reason).write(folder);
        }

        @Override
        public synchronized void finished(Cell cell) {
            Failures.read(folder).without(cell).write(folder);
        }
    }

    /** A small file per fit, for fits that are programs of their own on many machines. */
    record FileEach(SuiteFolder folder) implements FailureLog {
        @Override
        public void failed(Cell cell, String reason) {
            WholeFile.write(file(cell), reason + "\n");
        }

        @Override
        public void finished(Cell cell) {
            forget(cell);
        }

        Optional<String> reason(Cell cell) {
            try {
                return Files.exists(file(cell))
                        ? Optional.of(Files.readString(file(cell)).strip())
                        : Optional.empty();
            } catch (IOException e) {
                throw new StorageFailure(file(cell) + " cannot be read: check its permissions.", e);
            }
        }

        void forget(Cell cell) {
            try {
                Files.deleteIfExists(file(cell));
            } catch (IOException e) {
                throw new StorageFailure(file(cell) + " cannot be deleted: check its permissions.", e);
            }
        }

        private Path file(Cell cell) {
            String name = "seed-" + cell.seed() + ".txt";
            return folder.slurm()
                    .resolve("refusals")
                    .resolve(cell.session())
                    .resolve(cell.arm())
                    .resolve(name);
        }
    }
}
