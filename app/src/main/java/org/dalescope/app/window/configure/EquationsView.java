package org.dalescope.app.window.configure;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dalescope.app.window.job.JobViewModel;
import org.dalescope.app.window.theme.LatestWork;
import org.dalescope.model.Refusal;
import org.dalescope.model.configuration.Configuration;
import org.dalescope.model.configuration.Equations;
import org.dalescope.model.session.Session;
import org.dalescope.model.training.FitSize;

/** What the settings make, as equations, and how large it is. */
final class EquationsView extends TitledPane {
    private final ConfigurationViewModel model;
    private final VBox lines = new VBox();
    private final LatestWork work = new LatestWork();

    EquationsView(ConfigurationViewModel model) {
        super("Equations and size", new VBox());
        this.model = model;
        setId("equations");
        setAnimated(false);
        setExpanded(false);
        getStyleClass().add(Styles.DENSE);
        lines.getStyleClass().add("section");
        setContent(lines);
        model.configuration().subscribe(c -> show());
        model.session().subscribe(s -> show());
        model.speed().subscribe(s -> show());
        expandedProperty().subscribe(open -> show());
    }

    private void show() {
        Optional<Configuration> configuration = model.configuration().get();
        if (!isExpanded() || configuration.isEmpty()) {
            return;
        }
        lines.getChildren().clear();
        Label size = words("");
        lines.getChildren().add(size);
        Optional<Double> speed = model.speed().get();
        // The session may have to be cut to what is used, which takes a while for a large one.
        model.session()
                .get()
                .ifPresent(session -> work.ask(() -> size(session, configuration.get(), speed), size::setText));
        for (Equations.Line line : Equations.of(configuration.get())) {
            Label what = words(line.what());
            what.getStyleClass().add(Styles.TEXT_BOLD);
            lines.getChildren().addAll(what, words(line.equation()));
        }
    }

    static String size(Session session, Configuration configuration, Optional<Double> speed) {
        try {
            FitSize size = FitSize.of(session, configuration);
            return String.format(
                    Locale.ROOT,
                    "%,d units, %,d parameters, %s operations per epoch; %s.",
                    size.units(),
                    size.parameters(),
                    operations(size.epochFlops()),
                    speed.map(s -> time(size.epochFlops() / s, configuration))
                            .orElse("how long that takes here is known after the first fit"));
        } catch (Refusal refusal) {
            return refusal.sentence();
        }
    }

    private static String operations(double count) {
        return count < 1e9
                ? String.format(Locale.ROOT, "%.3g million", count / 1e6)
                : String.format(Locale.ROOT, "%.3g billion", count / 1e9);
    }

    private static String time(double seconds, Configuration configuration) {
        double all = seconds * configuration.training().epochs();
        return String.format(
                Locale.ROOT,
                "about %s per epoch and %s for all %,d, as fast as the last fit here",
                seconds < 10 ? String.format(Locale.ROOT, "%.2g s", seconds) : JobViewModel.duration(seconds),
                JobViewModel.duration(all),
                configuration.training().epochs());
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
