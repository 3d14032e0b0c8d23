package org.dalescope.app.window.configure;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dalescope.model.Refusal;
import org.dalescope.model.configuration.Configuration;
import org.dalescope.model.configuration.Equations;
import org.dalescope.model.session.Session;
import org.dalescope.model.training.FitSize;

/** What the settings make, as equations, and how large it is. */
final class EquationsView extends TitledPane {
    private final ConfigurationViewModel model;
    private final VBox lines = new VBox();

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
        expandedProperty().subscribe(open -> show());
    }

    private void show() {
        Optional<Configuration> configuration = model.configuration().get();
        if (!isExpanded() || configuration.isEmpty()) {
            return;
        }
        lines.getChildren().clear();
        model.session().get().ifPresent(session -> lines.getChildren().add(words(size(session, configuration.get()))));
        for (Equations.Line line : Equations.of(configuration.get())) {
            Label what = words(line.what());
            what.getStyleClass().add(Styles.TEXT_BOLD);
            lines.getChildren().addAll(what, words(line.equation()));
        }
    }

    private static String size(Session session, Configuration configuration) {
        try {
            FitSize size = FitSize.of(session, configuration);
            return String.format(
                    Locale.ROOT,
                    "%,d units, %,d parameters, %.3g billion operations per epoch.",
                    size.units(),
                    size.parameters(),
                    size.epochFlops() / 1e9);
        } catch (Refusal refusal) {
            return refusal.sentence();
        }
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
