package org.dalescope.app.window.analysis;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import org.dalescope.app.words.Words;
import org.dalescope.model.analysis.AnalysisKind;

/** The analyses there are, one chosen. */
final class KindList extends ListView<AnalysisKind> {
    KindList(AnalysesViewModel model) {
        super();
        setId("analysis-kinds");
        setAccessibleText(Words.of("analysis.analyses"));
        getStyleClass().add("analysis-kinds");
        getItems().setAll(AnalysesViewModel.KINDS);
        setCellFactory(list -> new KindCell());
        getSelectionModel().select(model.kind().get());
        getSelectionModel().selectedItemProperty().addListener((all, before, now) -> {
            if (now != null) {
                model.kind().set(now);
            }
        });
        model.kind().subscribe(kind -> getSelectionModel().select(kind));
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

    /** The key as a person reads it. */
    static String title(AnalysisKind kind) {
        String words = kind.key().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
