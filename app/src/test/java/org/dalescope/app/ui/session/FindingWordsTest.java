package org.dalescope.app.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FindingWordsTest {
    @Test
    void theWindowNamesNoOptionsAndNoLinesOfAMappingFile() {
        assertEquals(
                "The units labelled good are used (3 good). Choose others in the mapping.",
                FindingWords.inWindow("The units labelled good are used (3 good). Choose others in the mapping"
                        + " (--quality good,mua)."));
        assertEquals(
                "A mapping can take the types from the brain area.",
                FindingWords.inWindow("A mapping can take the types from the brain area (\"cell_type\": {\"column\":"
                        + " \"location\", \"words\": {...}})."));
        assertEquals("A lag (-200 ms) stays.", FindingWords.inWindow("A lag (-200 ms) stays."));
    }
}
