package org.dalescope.model.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Optional;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.UserError;
import org.dalescope.model.settings.Configuration;
import org.junit.jupiter.api.Test;

class FitCheckTest {
    /** A form asks after every change: a file of a split that cannot be read is an answer and no failure of the program. */
    @Test
    void aSplitThatCannotBeReadIsTold() {
        StorageError gone = new StorageError("The split cannot be read.", new IOException("gone"));
        Optional<UserError> told = FitCheck.of(
                SmallSessions.small(),
                (session, configuration) -> {
                    throw gone;
                },
                Configuration.defaults());
        assertEquals(Optional.of(gone), told);
    }
}
