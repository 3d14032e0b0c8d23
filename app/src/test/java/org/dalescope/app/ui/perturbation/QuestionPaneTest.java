package org.dalescope.app.ui.perturbation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.controlsfx.control.RangeSlider;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The thumbs of the slider stand where the words below it say. */
class QuestionPaneTest extends ApplicationTest {
    private Optional<QuestionPane> made = Optional.empty();

    @Override
    public void start(Stage stage) {
        QuestionPane pane = new QuestionPane(
                new PerturbationViewModel(Optional::empty, WorkerThreads.of(1), Runnable::run, Runnable::run));
        made = Optional.of(pane);
        stage.setScene(new Scene(pane, 500, 400));
        stage.show();
    }

    @Test
    void thumbsAndWordsAgreeAtFirstAfterChangesAndForAnotherSession() {
        assertTrue(slider().isDisabled());
        assertThumbs(0, 1);
        show(20, 25);
        assertFalse(slider().isDisabled());
        assertThumbs(0, 1);
        double first = slider().getMin();
        assertEquals(20 * 25, slider().getMax() - first, 1e-9);

        interact(() -> slider().setHighValue(first + 10.3 * 25));
        assertEquals(first + 250, slider().getHighValue(), 1e-9);
        assertThumbs(0, 0.5);
        assertEquals(String.format(java.util.Locale.ROOT, "%.0f to %.0f ms", first, first + 250), words());
        interact(() -> slider().setLowValue(first + 8.9 * 25));
        assertEquals(first + 225, slider().getLowValue(), 1e-9);
        assertThumbs(0.45, 0.5);
        interact(() -> {
            slider().setHighValue(slider().getMax() - 1);
            slider().setLowValue(first + 2);
        });
        assertEquals("the whole trial", words());
        assertThumbs(0, 1);

        interact(() -> slider().setHighValue(first + 125));
        show(40, 10);
        assertEquals(400, slider().getMax() - slider().getMin(), 1e-9);
        assertEquals("the whole trial", words());
        assertThumbs(0, 1);
    }

    private void show(int bins, double binMs) {
        interact(
                () -> made.orElseThrow().show(SyntheticSession.of(new SyntheticSettings(4, 2, 12, bins, binMs, 0, 1))));
    }

    private RangeSlider slider() {
        return lookup("#perturb-window").queryAs(RangeSlider.class);
    }

    private String words() {
        return lookup("#perturb-window-text").queryAs(Label.class).getText();
    }

    private void assertThumbs(double low, double high) {
        WaitForAsyncUtils.waitForFxEvents();
        Node track = lookup("#perturb-window .track").query();
        assertEquals(low, along(track, lookup("#perturb-window .low-thumb").query()), 0.03);
        assertEquals(high, along(track, lookup("#perturb-window .high-thumb").query()), 0.03);
    }

    private static double along(Node track, Node thumb) {
        double middle = thumb.getLayoutX() + thumb.getLayoutBounds().getWidth() / 2;
        return (middle - track.getLayoutX()) / track.getLayoutBounds().getWidth();
    }
}
