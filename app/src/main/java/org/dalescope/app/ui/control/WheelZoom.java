package org.dalescope.app.ui.control;

import javafx.scene.input.ScrollEvent;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.fx.interaction.MouseHandlerFX;
import org.jfree.chart.fx.interaction.ScrollHandlerFX;

/**
 * Zooms with Ctrl (on macOS Command) and the wheel. The wheel alone is the page's: charts stand in pages that scroll, and one that
 * came under the pointer would hold the page and lose its own range.
 */
final class WheelZoom extends ScrollHandlerFX {
    private static final String ID = "scroll";

    private WheelZoom() {
        super(ID);
    }

    /** In place of the library's own, which zooms with the wheel alone. */
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
