package org.dalescope.app.ui.control;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** The minimum width of a column in a table control of any view. */
public final class ColumnWidth {
    private static final double PADDING = 17;
    private static final double TITLE_SIZE = 13;
    private static final String LEAST_CONTENT = "0000";

    private ColumnWidth() {}

    /** The width at which neither the title nor a number of four digits is cut, px. */
    public static double least(String title) {
        return PADDING + Math.max(width(title), width(LEAST_CONTENT));
    }

    private static double width(String words) {
        Text text = new Text(words);
        text.setFont(Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, TITLE_SIZE));
        return text.getLayoutBounds().getWidth();
    }
}
