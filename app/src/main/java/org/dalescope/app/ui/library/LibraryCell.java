package org.dalescope.app.ui.library;

import atlantafx.base.theme.Styles;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.dalescope.model.library.RunEntry;
import org.jspecify.annotations.Nullable;

/** A cell of the library's list; its labels are created once and filled for every item that scrolls into view. */
final class LibraryCell extends ListCell<LibraryItem> {
    /** The state of the cell of the run that all views show, for the style sheet. */
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown-run");

    private final Label title = new Label();
    private final Label detail = small(Styles.TEXT_MUTED);
    private final Label session = small(Styles.TEXT_MUTED);
    private final Label marks = small(Styles.ACCENT);
    private final Label warnings = small(Styles.WARNING);
    private final ProgressBar progress = new ProgressBar();
    private final VBox box = new VBox(title, detail, progress, session, marks, warnings);
    private final Tooltip tip = new Tooltip();
    private final RunTitles titles;

    LibraryCell(RunTitles titles) {
        this.titles = titles;
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add(Styles.SMALL);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable LibraryItem item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            pseudoClassStateChanged(SHOWN, false);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        pseudoClassStateChanged(SHOWN, item instanceof LibraryItem.RunItem run && run.shown());
        boolean heading = item instanceof LibraryItem.Heading;
        title.getStyleClass().removeAll(Styles.TEXT_CAPTION, Styles.TEXT_BOLD, "library-heading");
        if (heading) {
            title.getStyleClass().addAll(Styles.TEXT_CAPTION, Styles.TEXT_BOLD, "library-heading");
        }
        title.setText(item.title());
        show(detail, item.detail());
        String recipe = item instanceof LibraryItem.RunItem run ? titles.of(run.entry()) : "";
        show(session, session(item, recipe));
        show(marks, item instanceof LibraryItem.RunItem run ? run.marks() : "");
        show(warnings, item.warnings() > 0 ? "! " + item.warnings() + " " + counted(item) : "");
        double share = item instanceof LibraryItem.RunItem run ? run.progress() : Double.NaN;
        progress.setVisible(!Double.isNaN(share));
        progress.setManaged(!Double.isNaN(share));
        progress.setProgress(Double.isNaN(share) ? 0 : share);
        tip.setText(tip(item, recipe));
        setTooltip(heading ? null : tip);
        setGraphic(box);
    }

    private static String tip(LibraryItem item, String recipe) {
        if (!(item instanceof LibraryItem.RunItem run)) {
            return item.title();
        }
        String note = run.entry().notes().note();
        return item.title() + (recipe.isEmpty() ? "" : "\n" + recipe) + (note.isEmpty() ? "" : "\n" + note);
    }

    private static Label small(String style) {
        Label label = new Label();
        label.getStyleClass().addAll(Styles.TEXT_SMALL, style);
        return label;
    }

    private static void show(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    private static String session(LibraryItem item, String recipe) {
        return switch (item) {
            case LibraryItem.RunItem run when run.entry().place().isEmpty() -> withSession(recipe, run.entry());
            case LibraryItem.SuiteItem suite -> suite.sessions();
            case LibraryItem.Heading _, LibraryItem.SessionItem _, LibraryItem.RunItem _ -> "";
        };
    }

    /** What tells runs of one session apart, and the session if the run is not named after it. */
    private static String withSession(String recipe, RunEntry run) {
        if (recipe.isEmpty()) {
            return run.session();
        }
        boolean isNamed = letters(run.name()).startsWith(letters(run.session()));
        return isNamed ? recipe : recipe + ", " + run.session();
    }

    /** A folder's name has hyphens where the session's name has spaces and commas. */
    private static String letters(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String counted(LibraryItem item) {
        if (item instanceof LibraryItem.SuiteItem) {
            return "failed";
        }
        return item.warnings() == 1 ? "warning" : "warnings";
    }
}
