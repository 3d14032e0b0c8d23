package org.dalescope.app.ui.configure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitSize;
import org.junit.jupiter.api.Test;

class FitEstimateTest {
    @Test
    void timePerEpochFollowsFromTheSpeedOfTheLastFit() {
        Session session = SyntheticSession.of(new SyntheticSettings(4, 2, 12, 20, 25, 0, 1));
        Configuration settings = Configuration.defaults().with("training.epochs", "50");
        double flops = FitSize.of(Fit.of(session, SplitChoice.STRATIFIED.split(session, settings), settings, 1))
                .epochFlops();
        assertTrue(FitEstimate.words(session, SplitChoice.STRATIFIED::split, settings, Optional.empty())
                .contains("known after the first fit"));
        String words = FitEstimate.words(session, SplitChoice.STRATIFIED::split, settings, Optional.of(flops / 2));
        assertTrue(words.contains("about 2.0 s per epoch and 2 min for all 50"), words);
        assertTrue(words.contains(" MiB of memory"), words);
    }
}
