package org.dalescope.app.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.dalescope.app.ui.session.CheckedSession;
import org.dalescope.app.ui.workspace.Workspace;
import org.dalescope.model.common.Finding;

/**
 * The status line at the bottom of the main window: the engine for fits, the memory in use, and the number of warnings.
 */
final class StatusLine extends HBox {
    private static final int LOOKS_BETWEEN = 10;
    private static final double MIB = 1 << 20;
    private final Workspace workspace;
    private final Label device = label("status-device");
    private final Label memory = label("status-memory");
    private final Label warnings = label("status-warnings");
    private final Tooltip parts = new Tooltip();
    private int looks;

    StatusLine(Workspace workspace) {
        this.workspace = workspace;
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        warnings.setTooltip(parts);
        getChildren().addAll(device, spacer, warnings, memory);
        show();
    }

    /** Updates the line; to be called ten times a second. */
    void update() {
        if (++looks % LOOKS_BETWEEN == 0) {
            show();
        }
    }

    private void show() {
        int cores = Runtime.getRuntime().availableProcessors();
        String machine = "this machine: %s%s".formatted(cores, cores == 1 ? " core" : " cores");
        device.setText(
                workspace.job().machineProperty().get().contains("CUDA") ? "%s, CUDA".formatted(machine) : machine);
        Runtime heap = Runtime.getRuntime();
        memory.setText(String.format(
                Locale.ROOT,
                "memory %.0f of %.0f MiB",
                (heap.totalMemory() - heap.freeMemory()) / MIB,
                heap.maxMemory() / MIB));
        int session =
                workspace.checkedProperty().get().map(CheckedSession::serious).orElse(0);
        int run = workspace.runProperty().get().map(r -> serious(r.warnings())).orElse(0);
        int form = serious(workspace.configuration().warnings().get());
        int all = session + run + form;
        warnings.setText(
                all == 0 ? "no warnings" : "warnings: session %s, run %s, settings %s".formatted(session, run, form));
        parts.setText("The warnings of the open session (tab Session), of the shown run (above the tabs) and of the"
                + " settings (below the form)");
    }

    private static int serious(List<Finding> findings) {
        return (int) findings.stream().filter(Finding::isSerious).count();
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
