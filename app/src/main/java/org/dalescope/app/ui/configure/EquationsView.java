package org.dalescope.app.ui.configure;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dalescope.app.ui.task.LatestTask;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ModelEquations;

/** The pane of the configuration form that shows the configured network as equations, with its size. */
final class EquationsView extends TitledPane {
    private final ConfigurationViewModel model;
    private final VBox lines = new VBox();
    private final LatestTask work = new LatestTask();

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
        model.sessionProperty().subscribe(s -> show());
        model.speedProperty().subscribe(s -> show());
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
        Optional<Double> speed = model.speedProperty().get();
        var splitting = model.splitting();
        // The session may have to be reduced to the part that is used, which takes a while for a large session.
        model.sessionProperty()
                .get()
                .ifPresent(session -> work.submit(
                        () -> FitEstimate.words(session, splitting, configuration.get(), speed), size::setText));
        for (ModelEquations.Line line : ModelEquations.of(configuration.get())) {
            Label what = words(line.what());
            what.getStyleClass().add(Styles.TEXT_BOLD);
            lines.getChildren().addAll(what, words(line.equation()));
        }
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
