package org.dalescope.app.ui.analysis;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import org.dalescope.model.analysis.catalogue.AnalysisKind;

/** The list in the analyses view, in which the user chooses one of all analyses. */
final class AnalysisList extends ListView<AnalysisKind> {
    AnalysisList(AnalysesViewModel model) {
        super();
        setId("analysis-kinds");
        setAccessibleText("Analyses");
        getStyleClass().add("analysis-kinds");
        getItems().setAll(AnalysesViewModel.KINDS);
        setCellFactory(list -> new KindCell());
        getSelectionModel().select(model.kindProperty().get());
        getSelectionModel().selectedItemProperty().addListener((all, before, now) -> {
            if (now != null) {
                model.kindProperty().set(now);
            }
        });
        model.kindProperty().subscribe(kind -> getSelectionModel().select(kind));
    }

    private static final class KindCell extends ListCell<AnalysisKind> {
        @Override
        protected void updateItem(AnalysisKind item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : title(item));
            setWrapText(true);
            setPrefWidth(0);
            setTooltip(empty ? null : new Tooltip(item.help()));
        }
    }

    /** The title of an analysis, made from its key. */
    static String title(AnalysisKind kind) {
        String words = kind.key().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
