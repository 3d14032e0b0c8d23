package org.dalescope.app.ui.session;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Remedy;

/**
 * The page of the session view with the session's facts and all findings, the most serious first, each with an
 * explanation and remedies.
 */
final class FindingsView extends ScrollPane {
    private final SessionCuration curating;
    private final List<Runnable> buttons = new ArrayList<>();
    private final VBox page = new VBox();
    private boolean areNotesShown;
    private Optional<Content> shown = Optional.empty();

    /** The content of the page. */
    private record Content(
            boolean pending, List<Map.Entry<String, String>> facts, List<Finding> findings, List<Finding> dealtWith) {}

    FindingsView(CheckedSession checked, SessionCuration curating) {
        this.curating = curating;
        page.getStyleClass().add("page");
        setContent(page);
        setFitToWidth(true);
        show(checked);
    }

    /** Shows another report on the same session and keeps the scroll position and the focus. */
    void show(CheckedSession checked) {
        Content wanted = new Content(
                checked.pending(), checked.facts(), checked.findings(), checked.dealtWith(curating::isApplied));
        if (!shown.equals(Optional.of(wanted))) {
            shown = Optional.of(wanted);
            double at = getVvalue();
            Optional<String> focused = Optional.ofNullable(getScene())
                    .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()))
                    .flatMap(node -> Optional.ofNullable(node.getId()));
            fill(wanted);
            layout();
            setVvalue(at);
            focused.flatMap(id -> Optional.ofNullable(page.lookup("#" + id))).ifPresent(Node::requestFocus);
        }
        refresh();
    }

    private void fill(Content content) {
        buttons.clear();
        page.getChildren().setAll(facts(content.facts()), heading(content));
        if (content.findings().isEmpty() && !content.pending()) {
            page.getChildren().add(text("No findings: the check found no problem."));
        }
        for (Finding.Severity severity : List.of(Finding.Severity.ERROR, Finding.Severity.WARNING)) {
            of(content.findings(), severity)
                    .forEach(finding -> page.getChildren().add(row(finding, word(finding), edge(finding))));
        }
        List<Node> notes = new ArrayList<>();
        of(content.findings(), Finding.Severity.NOTICE).forEach(finding -> notes.add(row(finding, "", edge(finding))));
        content.dealtWith().forEach(finding -> notes.add(row(finding, "Resolved: ", "card-resolved")));
        if (!notes.isEmpty()) {
            page.getChildren().add(folded(notes));
        }
    }

    private static List<Finding> of(List<Finding> findings, Finding.Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }

    /** The notes, which the user unfolds; they stay unfolded while the session is open. */
    private TitledPane folded(List<Node> notes) {
        VBox box = new VBox();
        box.getStyleClass().add("cards");
        box.getChildren().setAll(notes);
        TitledPane pane = new TitledPane(notes.size() == 1 ? "1 note" : "%s notes".formatted(notes.size()), box);
        pane.setId("session-notes");
        pane.setMnemonicParsing(false);
        pane.setAnimated(false);
        pane.setExpanded(areNotesShown);
        pane.expandedProperty().subscribe(shown -> areNotesShown = shown);
        return pane;
    }

    private static Label heading(Content content) {
        Label heading = new Label(
                content.pending()
                        ? "The session is being checked with these settings..."
                        : "Findings (%s)".formatted(content.findings().size()));
        heading.getStyleClass().addAll(Styles.TEXT_BOLD, "section-heading");
        return heading;
    }

    /** Updates which remedies are applied. */
    void refresh() {
        buttons.forEach(Runnable::run);
    }

    private Node row(Finding finding, String word, String edge) {
        Label what = text(word + FindingWords.inWindow(finding.text()));
        VBox words = new VBox(what);
        if (!finding.meaning().isEmpty()) {
            Label meaning = text(finding.meaning());
            meaning.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            words.getChildren().add(meaning);
        }
        finding.remedy().ifPresent(remedy -> words.getChildren().add(remedyLine(finding, remedy)));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.getStyleClass().addAll("card", "finding-words", edge);
        return words;
    }

    private Node remedyLine(Finding finding, Remedy remedy) {
        Button button = new Button();
        button.setMnemonicParsing(false);
        button.setId("remedy-" + finding.code());
        button.getStyleClass().add(Styles.SMALL);
        button.setWrapText(true);
        button.setOnAction(event -> curating.toggle(remedy));
        Label applied = new Label();
        applied.getStyleClass().add(Styles.TEXT_SMALL);
        buttons.add(() -> {
            boolean is = curating.isApplied(remedy);
            button.setText(is ? "Undo" : remedy.label());
            button.setAccessibleText(is ? "Undo: %s".formatted(remedy.label()) : remedy.label());
            applied.getStyleClass().removeAll(Styles.SUCCESS, Styles.TEXT_MUTED);
            applied.getStyleClass().add(is ? Styles.SUCCESS : Styles.TEXT_MUTED);
            applied.setText(is ? "Applied: %s".formatted(remedy.label()) : "sets %s".formatted(remedy.setting()));
        });
        HBox line = new HBox(button, applied);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("control-row");
        return line;
    }

    private static String word(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> "Error: ";
            case WARNING -> "Warning: ";
            case NOTICE -> "Note: ";
        };
    }

    private static String edge(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> "card-error";
            case WARNING -> "card-warning";
            case NOTICE -> "card-note";
        };
    }

    private static GridPane facts(List<Map.Entry<String, String>> facts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        for (Map.Entry<String, String> fact : facts) {
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
