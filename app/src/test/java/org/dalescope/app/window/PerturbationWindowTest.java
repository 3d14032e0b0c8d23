package org.dalescope.app.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeoutException;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import org.dalescope.app.FittedSeeds;
import org.dalescope.app.window.theme.ChartPane;
import org.junit.jupiter.api.Test;

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
        String before = text("#perturb-numbers");
        interact(() -> lookup("#amount-silence").queryAs(Slider.class).setValue(1));
        await(() -> !text("#perturb-numbers").equals(before));
        await(() -> command().endsWith("--do 'silence I 1'"));
        await(() -> text("#perturb-caption").contains("with selectivity"));
        assertTrue(text("#perturb-caption").contains("mean of 2 networks"), text("#perturb-caption"));
        assertTrue(lookup("#perturb-psth-0").queryAs(ChartPane.class).points() > 0);
        clickOn("#add-lesion");
        await(() -> command().contains("lesion fixation_on"));
        clickOn("#remove-silence");
        await(() -> command().endsWith("--do 'lesion fixation_on'"));
    }

    private String command() {
        return lookup("#perturb-command").queryAs(TextField.class).getText();
    }
}
