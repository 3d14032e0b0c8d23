package org.dalescope.model.run.execution;

import java.util.Optional;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;

/** The test partition is for one look; more looks are allowed but counted, because they bias the choice of models. */
public final class TestPartitionOpening {
    private TestPartitionOpening() {}

    /**
     * Writes down in a run that somebody looks at its test partition.
     *
     * @param command that does
     * @return what to warn of where it was not the first time
     */
    public static Optional<String> log(RunFolder folder, String command) {
        RunDescription description = RunDescription.read(folder).testOpenedBy(command);
        description.write(folder);
        return description.testOpened() > 1
                ? Optional.of("the test partition of " + folder.folder() + " was opened " + description.testOpened()
                        + " times; scores that were looked at repeatedly are no longer a test.")
                : Optional.empty();
    }
}
