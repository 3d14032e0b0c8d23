package org.dalescope.model.suite.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.suite.plan.FitKey;
import org.dalescope.model.suite.store.FailuresFile;
import org.dalescope.model.suite.store.SuiteFolder;

/** Records the failure reasons of fits while a suite runs; a reason is deleted when the fit succeeds. */
sealed interface FailureLog {
    void failed(FitKey cell, String reason);

    void finished(FitKey cell);

    /** {@code failures.json}, written by only one program at a time. */
    record OneFile(SuiteFolder folder) implements FailureLog {
        @Override
        public synchronized void failed(FitKey cell, String reason) {
            FailuresFile.read(folder).with(cell, reason).write(folder);
        }

        @Override
        public synchronized void finished(FitKey cell) {
            FailuresFile.read(folder).without(cell).write(folder);
        }
    }

    /** One small file per fit, for fits that run as separate programs on several machines. */
    record FileEach(SuiteFolder folder) implements FailureLog {
        @Override
        public void failed(FitKey cell, String reason) {
            AtomicFile.write(file(cell), reason + "\n");
        }

        @Override
        public void finished(FitKey cell) {
            forget(cell);
        }

        Optional<String> reason(FitKey cell) {
            try {
                return Files.exists(file(cell))
                        ? Optional.of(Files.readString(file(cell)).strip())
                        : Optional.empty();
            } catch (IOException e) {
                throw new StorageError(file(cell) + " cannot be read: check its permissions.", e);
            }
        }

        void forget(FitKey cell) {
            try {
                Files.deleteIfExists(file(cell));
            } catch (IOException e) {
                throw new StorageError(file(cell) + " cannot be deleted: check its permissions.", e);
            }
        }

        private Path file(FitKey cell) {
            String name = "seed-" + cell.seed() + ".txt";
            return folder.slurm()
                    .resolve("refusals")
                    .resolve(cell.session())
                    .resolve(cell.arm())
                    .resolve(name);
        }
    }
}
