package org.dalescope.model.run.store;

import java.util.Optional;

/**
 * Records in a run folder each time that the test partition is scored. The test partition should be scored only once;
 * repeated openings are allowed but counted, because they bias the choice of models.
 */
public final class TestPartitionOpening {
    private TestPartitionOpening() {}

    /**
     * Records in a run that its test partition is scored.
     *
     * @param command the command that scores it
     * @return a warning if it was not the first time
     */
    public static Optional<String> log(RunFolder folder, String command) {
        RunDescription description = RunDescription.read(folder).testOpenedBy(command);
        description.write(folder);
        return description.testOpened() > 1
                ? Optional.of("the test partition of " + folder.folder() + " was opened " + description.testOpened()
                        + " times; scores that were used repeatedly are no longer an independent test.")
                : Optional.empty();
    }
}
