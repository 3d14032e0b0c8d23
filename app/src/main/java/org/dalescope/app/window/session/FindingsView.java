package org.dalescope.app.window.session;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dalescope.app.words.Words;
import org.dalescope.model.session.quality.Finding;
import org.dalescope.model.session.quality.Remedy;

/** The session in numbers and everything found, the gravest first, each with what it means and what to do about it. */
final class FindingsView extends ScrollPane {
    private final Curating curating;
    private final List<Runnable> buttons = new ArrayList<>();

    FindingsView(OpenSession open, Curating curating) {
        this.curating = curating;
        VBox page = new VBox();
        page.getStyleClass().add("page");
        List<Finding> findings = open.preflight().findings();
        Label heading = new Label(Words.of("session.findings", findings.size()));
        heading.getStyleClass().addAll(Styles.TEXT_BOLD, "section-heading");
        page.getChildren().addAll(facts(open), heading);
        if (findings.isEmpty()) {
            page.getChildren().add(text(Words.of("session.none-nothing-looks-wrong")));
        }
        findings.forEach(finding -> page.getChildren().add(row(finding)));
        setContent(page);
        setFitToWidth(true);
        refresh();
    }

    /** Shows which remedies are applied. */
    void refresh() {
        buttons.forEach(Runnable::run);
    }

    private Node row(Finding finding) {
        Label what = text(word(finding) + finding.text());
        VBox words = new VBox(what);
        if (!finding.meaning().isEmpty()) {
            Label meaning = text(finding.meaning());
            meaning.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            words.getChildren().add(meaning);
        }
        finding.remedy().ifPresent(remedy -> words.getChildren().add(remedyLine(finding, remedy)));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.getStyleClass().addAll("finding", "finding-words", ground(finding));
        return words;
    }

    private Node remedyLine(Finding finding, Remedy remedy) {
        Button button = new Button();
        button.setId("remedy-" + finding.code());
        button.getStyleClass().add(Styles.SMALL);
        button.setWrapText(true);
        button.setOnAction(event -> curating.toggle(remedy));
        Label applied = new Label();
        applied.getStyleClass().add(Styles.TEXT_SMALL);
        buttons.add(() -> {
            boolean is = curating.isApplied(remedy);
            button.setText(is ? Words.of("session.take-back") : remedy.label());
            button.setAccessibleText(is ? Words.of("session.take-back-2", remedy.label()) : remedy.label());
            applied.getStyleClass().removeAll(Styles.SUCCESS, Styles.TEXT_MUTED);
            applied.getStyleClass().add(is ? Styles.SUCCESS : Styles.TEXT_MUTED);
            applied.setText(
                    is ? Words.of("session.applied", remedy.label()) : Words.of("session.sets", remedy.setting()));
        });
        HBox line = new HBox(button, applied);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("control-row");
        return line;
    }

    private static String word(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> Words.of("session.error") + " ";
            case WARNING -> Words.of("session.warning") + " ";
            case NOTICE -> Words.of("session.note") + " ";
        };
    }

    private static String ground(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> Styles.BG_DANGER_SUBTLE;
            case WARNING -> Styles.BG_WARNING_SUBTLE;
            case NOTICE -> Styles.BG_ACCENT_SUBTLE;
        };
    }

    private static GridPane facts(OpenSession open) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        for (Map.Entry<String, String> fact : open.facts()) {
            Label name = new Label(fact.getKey());
            name.getStyleClass().add(Styles.TEXT_MUTED);
            name.setMinWidth(USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), name, text(fact.getValue()));
        }
        return grid;
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
