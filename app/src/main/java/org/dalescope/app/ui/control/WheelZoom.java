package org.dalescope.app.ui.control;

import javafx.scene.input.ScrollEvent;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.fx.interaction.MouseHandlerFX;
import org.jfree.chart.fx.interaction.ScrollHandlerFX;

/**
 * Zooms the charts of all views with Ctrl (on macOS Command) and the mouse wheel. The wheel alone scrolls the page:
 * charts are in scrolling pages, and a chart that came under the pointer would stop the scrolling and lose its range.
 */
final class WheelZoom extends ScrollHandlerFX {
    private static final String ID = "scroll";

    private WheelZoom() {
        super(ID);
        // The library shows less when the wheel turns towards the user; maps and pictures everywhere show more then.
        setZoomFactor(-getZoomFactor() / (1 + getZoomFactor()));
    }

    /** Replaces the library's handler, which zooms with the wheel alone. */
    static void install(ChartCanvas canvas) {
        MouseHandlerFX own = canvas.getMouseHandler(ID);
        canvas.removeAuxiliaryMouseHandler(own);
        canvas.addAuxiliaryMouseHandler(new WheelZoom());
    }

    @Override
    public void handleScroll(ChartCanvas canvas, ScrollEvent event) {
        if (event.isShortcutDown()) {
            super.handleScroll(canvas, event);
            event.consume();
        }
    }
}
