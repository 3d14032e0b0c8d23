package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TabPane;
import javafx.scene.image.WritableImage;
import org.dalescope.app.ui.control.FigurePane;
import org.junit.jupiter.api.Test;

/** The arms' scores are there as soon as they are chosen, although nothing else happens to the suite. */
class SuiteScoresWindowTest extends WindowFlow {
    @Test
    void theyAreDrawnWhenTheyAreFirstChosenAfterTheEnd() throws IOException, TimeoutException {
        openDemo();
        chooseTinyPlan();
        await(() -> !lookup("#start-suite").query().isDisabled());
        clickOn("#start-suite");
        await(() -> window().workspace()
                .suite()
                .pictureProperty()
                .get()
                .filter(s -> !s.isLive() && s.finished() == 4)
                .isPresent());
        await(() -> lookup("#suite-charts").tryQuery().isPresent());
        interact(() -> charts().getSelectionModel().select(1));
        await(() -> lookup("#arm-scores").tryQuery().isPresent());
        await(() -> colours() > 3);
        // Two arms, each with two seeds, their mean and their ensemble.
        assertEquals(8, scores().points());
    }

    private TabPane charts() {
        return lookup("#suite-charts").queryAs(TabPane.class);
    }

    private FigurePane scores() {
        return lookup("#arm-scores").queryAs(FigurePane.class);
    }

    private int colours() {
        WritableImage image = scores().snapshot(null, null);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < (int) image.getWidth(); x++) {
            for (int y = 0; y < (int) image.getHeight(); y++) {
                colours.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return colours.size();
    }
}
