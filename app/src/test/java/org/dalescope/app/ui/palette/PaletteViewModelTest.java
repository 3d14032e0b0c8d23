package org.dalescope.app.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private final List<String> done = new ArrayList<>();
    private final PaletteViewModel palette = new PaletteViewModel(() -> List.of(
            entry("setting", "Epochs", "training.epochs"),
            entry("action", "Start the fit", "Ctrl+Enter"),
            entry("run", "fit of the demo", "/runs/7"),
            entry("setting", "Tau learning rate", "network.tau.learning_rate")));

    private PaletteEntry entry(String kind, String title, String detail) {
        return new PaletteEntry(kind, title, detail, () -> done.add(title));
    }

    private List<String> titles() {
        return palette.answers().stream().map(PaletteEntry::title).toList();
    }

    @Test
    void whatBeginsWithTheWordsComesFirst() {
        palette.open();
        assertEquals(4, palette.answers().size());
        palette.queryProperty().set("fit");
        assertEquals(List.of("fit of the demo", "Start the fit"), titles());
        palette.queryProperty().set("TAU rate");
        assertEquals(List.of("Tau learning rate"), titles());
        palette.queryProperty().set("nothing like it");
        assertEquals(List.of(), titles());
        palette.act();
        assertEquals(List.of(), done);
    }

    @Test
    void theChosenOneIsDoneAndThePaletteCloses() {
        palette.open();
        palette.queryProperty().set("fit");
        palette.move(-1);
        palette.act();
        assertEquals(List.of("Start the fit"), done);
        assertFalse(palette.shownProperty().get());
        palette.open();
        assertEquals("", palette.queryProperty().get());
    }
}
