package org.dalescope.app.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/**
 * Keeps the side panes of the main window at their widths in pixels when the window is resized; the middle gets the
 * rest. The widths are those that the user chose: if a small window reduces them, they return when it grows, and a
 * hidden pane returns with its width.
 */
final class SidePanes {
    private static final String DIVIDER = ".split-pane-divider";
    private final SplitPane panes;
    private final Node leftPane;
    private final Node middle;
    private final Node rightPane;
    private double left;
    private double right;

    /** Side panes whose widths are not known yet. */
    SidePanes(SplitPane panes, Node leftPane, Node middle, Node rightPane) {
        this.panes = panes;
        this.leftPane = leftPane;
        this.middle = middle;
        this.rightPane = rightPane;
        panes.getItems().setAll(leftPane, middle, rightPane);
        SplitPane.setResizableWithParent(leftPane, false);
        SplitPane.setResizableWithParent(rightPane, false);
        panes.widthProperty().subscribe(width -> apply());
        // A divider consumes its mouse events, so a filter handles them first.
        panes.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getTarget() instanceof Node node && isOwnDivider(node)) {
                Platform.runLater(this::read);
            }
        });
    }

    /** The left and right widths in pixels, each up to the middle of its divider; empty while they are not known. */
    List<Double> widths() {
        return left > 0 && right > 0 ? List.of(left, right) : List.of();
    }

    void set(double newLeft, double newRight) {
        left = newLeft;
        right = newRight;
        apply();
    }

    /** Shows or hides the panes beside the middle. */
    void show(boolean isLeftShown, boolean isRightShown) {
        List<Node> wanted = new ArrayList<>();
        if (isLeftShown) {
            wanted.add(leftPane);
        }
        wanted.add(middle);
        if (isRightShown) {
            wanted.add(rightPane);
        }
        if (!panes.getItems().equals(wanted)) {
            panes.getItems().setAll(wanted);
            apply();
            // The new dividers take their places only after the next layout.
            Platform.runLater(this::apply);
        }
    }

    boolean isLeftShown() {
        return panes.getItems().contains(leftPane);
    }

    boolean isRightShown() {
        return panes.getItems().contains(rightPane);
    }

    private boolean isOwnDivider(Node node) {
        return panes.lookupAll(DIVIDER).stream()
                .filter(divider -> panes.equals(divider.getParent()))
                .anyMatch(divider -> divider.equals(node) || divider.equals(node.getParent()));
    }

    private void read() {
        double width = panes.getWidth();
        double[] at = panes.getDividerPositions();
        if (isLeftShown()) {
            left = Math.rint(at[0] * width);
        }
        if (isRightShown()) {
            right = Math.rint((1 - at[at.length - 1]) * width);
        }
    }

    private void apply() {
        double width = panes.getWidth();
        if (width <= 0 || widths().isEmpty()) {
            return;
        }
        if (isLeftShown()) {
            panes.setDividerPosition(0, left / width);
        }
        if (isRightShown()) {
            panes.setDividerPosition(panes.getDividers().size() - 1, 1 - right / width);
        }
    }
}
