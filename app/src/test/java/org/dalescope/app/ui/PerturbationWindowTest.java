package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import org.controlsfx.control.RangeSlider;
import org.dalescope.app.FittedSeeds;
import org.dalescope.app.ui.control.ChartPane;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Networks are perturbed by sliders. */
class PerturbationWindowTest extends WindowFlow {
    @Test
    void slidersAreAnswered() throws TimeoutException {
        FittedSeeds fitted = FittedSeeds.in(folder);
        interact(() -> window().open(fitted.runs().getFirst().folder()));
        await(() -> run().isPresent());
        interact(() -> lookup("#views")
                .queryAs(javafx.scene.control.TabPane.class)
                .getSelectionModel()
                .select(6));
        await(() -> lookup("#perturb-psth-0").tryQuery().isPresent());
        await(() -> text("#perturb-numbers").contains("Change of the E rate in the window "));
        assertThumbs("at first", 0, 1);
        String before = text("#perturb-numbers");
        interact(() -> lookup("#amount-silence").queryAs(Slider.class).setValue(1));
        await(() -> !text("#perturb-numbers").equals(before));
        await(() -> command().endsWith("--do 'silence I 1'"));
        await(() -> text("#perturb-caption").contains("with selectivity"));
        assertTrue(text("#perturb-caption").contains("mean of 2 networks"), text("#perturb-caption"));
        assertTrue(lookup("#perturb-psth-0").queryAs(ChartPane.class).points() > 0);
        RangeSlider slider = lookup("#perturb-window").queryAs(RangeSlider.class);
        double span = slider.getMax() - slider.getMin();
        interact(() -> slider.setHighValue(slider.getMin() + span / 2));
        assertThumbs("half", 0, 0.5);
        assertTrue(text("#perturb-window-text").contains(" to "), text("#perturb-window-text"));
        interact(() -> slider.setHighValue(slider.getMax()));
        assertThumbs("whole again", 0, 1);
        assertEquals("the whole trial", text("#perturb-window-text"));
        clickOn("#add-lesion");
        await(() -> command().contains("lesion fixation_on"));
        clickOn("#remove-silence");
        await(() -> command().endsWith("--do 'lesion fixation_on'"));
    }

    /** Where the thumbs are along the track, as the user sees them. */
    private void assertThumbs(String when, double low, double high) {
        WaitForAsyncUtils.waitForFxEvents();
        Node track = lookup("#perturb-window .track").query();
        assertEquals(low, along(track, lookup("#perturb-window .low-thumb").query()), 0.05, when);
        assertEquals(high, along(track, lookup("#perturb-window .high-thumb").query()), 0.05, when);
    }

    private static double along(Node track, Node thumb) {
        double middle = thumb.getLayoutX() + thumb.getLayoutBounds().getWidth() / 2;
        return (middle - track.getLayoutX()) / track.getLayoutBounds().getWidth();
    }

    private String command() {
        return lookup("#perturb-command").queryAs(TextField.class).getText();
    }
}
