package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.image.WritableImage;
import org.dalescope.app.ui.control.FigurePane;
import org.junit.jupiter.api.Test;

/** The arms' scores and the figure are there as soon as they are chosen, although nothing else happens to the suite. */
class SuiteScoresWindowTest extends WindowFlow {
    @Test
    void theyAreDrawnWhenTheyAreFirstChosenAfterTheEnd() throws IOException, TimeoutException {
        openDemo();
        chooseTinyPlan();
        finishSuite(4);
        interact(() -> charts().getSelectionModel().select(1));
        await(() -> lookup("#arm-scores").tryQuery().isPresent());
        await(() -> colours(scores()) > 3);
        assertEquals(3, charts().getTabs().size(), "only some plans have a figure");
        // Two arms, each with two seeds, their mean and their ensemble.
        assertEquals(8, scores().points());
    }

    @Test
    void theFigureOfAPlanWithAQuestionIsDrawnBesideTheScores() throws IOException, TimeoutException {
        openDemo();
        choosePlan("""
                {"name": "figure", "settings": {"training": {"epochs": 2}, "data": {"test_share": 0.3}}, "seeds": [1],
                 "question": "grant-figure", "factors": ["location", "reward"],
                 "arms": [{"name": "E-alone", "settings": {"data": {"fitted_types": "E"}}}]}""");
        finishSuite(2);
        await(() -> text("#suite-answer").contains("the selectivity for location and reward"));
        await(() -> charts().getTabs().size() == 4);
        interact(() -> charts().getSelectionModel().select(3));
        AtomicInteger colours = new AtomicInteger();
        await(() -> {
            interact(() -> colours.set(colours(lookup("#suite-figure").query())));
            return colours.get() > 20;
        });
    }

    private void finishSuite(int fits) throws TimeoutException {
        await(() -> !lookup("#start-suite").query().isDisabled());
        clickOn("#start-suite");
        await(() -> window().workspace()
                .suite()
                .pictureProperty()
                .get()
                .filter(s -> !s.isLive() && s.finished() == fits)
                .isPresent());
        await(() -> lookup("#suite-charts").tryQuery().isPresent());
    }

    private TabPane charts() {
        return lookup("#suite-charts").queryAs(TabPane.class);
    }

    private FigurePane scores() {
        return lookup("#arm-scores").queryAs(FigurePane.class);
    }

    private static int colours(Node chart) {
        WritableImage image = chart.snapshot(null, null);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < (int) image.getWidth(); x++) {
            for (int y = 0; y < (int) image.getHeight(); y++) {
                colours.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return colours.size();
    }
}
