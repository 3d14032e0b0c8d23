package org.dalescope.app.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaneChoiceTest {
    private final List<Boolean> shown = new ArrayList<>();
    private final PaneChoice pane = new PaneChoice(shown::add);

    @Test
    void aPaneGoesWhereItDoesNotServeAndComesBack() {
        pane.useful(true);
        pane.useful(false);
        pane.useful(true);
        assertEquals(List.of(false, true), shown);
    }

    @Test
    void theUsersChoiceHoldsUntilThePurposeChanges() {
        pane.useful(false);
        pane.toggle();
        assertTrue(pane.isShown());
        pane.useful(false);
        assertTrue(pane.isShown());
        pane.useful(true);
        pane.toggle();
        assertFalse(pane.isShown());
        pane.useful(false);
        assertFalse(pane.isShown());
    }
}
