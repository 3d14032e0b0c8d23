package org.dalescope.app.ui.compare;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.ui.control.EmptyView;

/** A part of the compare view that compares runs A and B neuron by neuron, or shows why it cannot. */
abstract class PairPart implements ComparePart {
    private final Label words = new Label();
    private final StackPane middle = new StackPane();
    private final Node content;
    private final Tab tab;

    /**
     * A part with content.
     *
     * @param wordsId the id of the sentences below the content
     */
    PairPart(String title, Node content, String wordsId) {
        this.content = content;
        words.setId(wordsId);
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        VBox foot = new VBox(words);
        foot.getStyleClass().add("scope-head");
        foot.visibleProperty().bind(words.textProperty().isNotEmpty());
        foot.managedProperty().bind(words.textProperty().isNotEmpty());
        BorderPane pane = new BorderPane(middle);
        pane.setBottom(foot);
        this.tab = new Tab(title, pane);
    }

    @Override
    public final Tab tab() {
        return tab;
    }

    @Override
    public final void show(RunComparison comparison, ChartTheme theme) {
        comparison.pair().ifPresentOrElse(pair -> draw(comparison, pair, theme), () -> {
            words.setText("");
            middle.getChildren().setAll(new EmptyView("No comparison by neuron", comparison.whyNoPair()));
        });
    }

    /** Draws the comparison of the pair; ends with {@link #showText} or {@link #explain}. */
    abstract void draw(RunComparison comparison, RunComparison.Pair pair, ChartTheme theme);

    /** Shows the content with sentences below it. */
    final void showText(String sentences) {
        words.setText(sentences);
        if (!middle.getChildren().contains(content)) {
            middle.getChildren().setAll(content);
        }
    }

    /** Shows an explanation in place of the content. */
    final void explain(String title, String why) {
        words.setText("");
        middle.getChildren().setAll(new EmptyView(title, why));
    }
}
