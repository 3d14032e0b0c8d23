package org.dalescope.app.ui.shell;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.dalescope.app.ui.control.HelpTip;
import org.dalescope.app.ui.control.Icon;
import org.dalescope.app.ui.fit.FitViewModel;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.app.ui.run.ScoreTile;
import org.dalescope.app.ui.session.OpenSession;
import org.dalescope.app.ui.workspace.Workspace;
import org.dalescope.model.common.Finding;

/**
 * The bar that all views share: the session and the run that they show, the run's state, its four numbers and its
 * warnings. Its height and the widths of its parts are fixed, so that nothing below moves.
 */
final class ContextBar extends HBox {
    private static final double LIST_WIDTH = 440;
    private static final long LIVE_INTERVAL_NS = 1_000_000_000L;

    /** The width of the bar from which each tile is shown, px: score, rival, E, I. */
    private static final List<Integer> LEAST_WIDTHS = List.of(0, 0, 790, 900);

    private final Workspace workspace;
    private final Label name = label("context-name", Styles.TEXT_BOLD);
    private final Label state = label("context-state", Styles.TEXT_MUTED);
    private final List<Tile> tiles = new ArrayList<>();
    private final Button warnings = new Button("", Icon.WARNING.graphic());
    private final Label listed = new Label();
    private Optional<Path> filled = Optional.empty();
    private long filledNs;
    private final Button running = new Button("Show the running fit", Icon.RUNNING.graphic());

    /** The labels of a tile. */
    private record Tile(VBox box, Label name, Label value, Label note, Tooltip tip) {}

    ContextBar(Workspace workspace) {
        this.workspace = workspace;
        setId("context-bar");
        setMinWidth(0);
        getStyleClass().add("context-bar");
        setAlignment(Pos.CENTER_LEFT);
        VBox names = new VBox(name, state);
        names.getStyleClass().add("context-names");
        names.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(names, Priority.ALWAYS);
        getChildren().add(names);
        getChildren().addAll(running(), warnings());
        for (String id : List.of("tile-score", "tile-rival", "tile-e", "tile-i")) {
            Tile tile = tile(id);
            tiles.add(tile);
            if (id.equals("tile-rival") || id.equals("tile-score")) {
                tile.box().getStyleClass().add("wide-tile");
            }
            getChildren().add(getChildren().size() - 2, tile.box());
        }
        widthProperty().subscribe(this::showTilesThatFit);
        workspace.epoch().shown().subscribe(this::refresh);
        workspace.sessionProperty().subscribe(this::refresh);
        workspace.paused().subscribe(this::refresh);
        workspace.job().runningProperty().subscribe(this::refresh);
        refresh();
    }

    private void refresh() {
        Optional<RunSnapshot> run = workspace.epoch().shown().get();
        showTilesThatFit();
        run.ifPresentOrElse(this::show, this::showSession);
        running.setVisible(isOtherFitRunning(run));
        running.setManaged(running.isVisible());
    }

    /** In a narrow window, the tiles of E and I give their room to the state and to the warnings. */
    private void showTilesThatFit() {
        boolean isRun = workspace.epoch().shown().get().isPresent();
        for (int i = 0; i < tiles.size(); i++) {
            boolean fits = isRun && getWidth() >= LEAST_WIDTHS.get(i);
            tiles.get(i).box().setVisible(fits);
            tiles.get(i).box().setManaged(fits);
        }
    }

    private boolean isOtherFitRunning(Optional<RunSnapshot> run) {
        return workspace.job().runningProperty().get()
                && workspace.liveRun().isPresent()
                && !run.map(shown -> shown.folder().folder()).equals(workspace.liveRun());
    }

    private void show(RunSnapshot run) {
        set(name, "%s  \u203a  %s".formatted(run.sessionName(), run.title()));
        set(state, FitViewModel.state(run, isPaused(run)) + otherSession(run));
        showTiles(run);
        List<String> serious = run.warnings().stream()
                .filter(Finding::isSerious)
                .map(Finding::text)
                .toList();
        warnings.setVisible(!serious.isEmpty());
        warnings.setText(serious.size() == 1 ? "1 warning" : "%s warnings".formatted(serious.size()));
        listed.setText(serious.stream().collect(Collectors.joining("\n\n")));
    }

    /** Fills the tiles; while a fit runs, once a second, because the scores of many neurons take time. */
    private void showTiles(RunSnapshot run) {
        Optional<Path> folder = Optional.of(run.folder().folder());
        if (run.isLive() && folder.equals(filled) && System.nanoTime() - filledNs < LIVE_INTERVAL_NS) {
            return;
        }
        filled = folder;
        filledNs = System.nanoTime();
        List<ScoreTile> content = ScoreTile.of(run);
        for (int i = 0; i < content.size(); i++) {
            fill(tiles.get(i), content.get(i));
        }
        tiles.getFirst().tip().setText(FitViewModel.headline(run));
        tiles.get(1).tip().setText(FitViewModel.rivalsInDetail(run));
    }

    /** Says which session is open, if it is not the one of the run. */
    private String otherSession(RunSnapshot run) {
        return workspace
                .sessionProperty()
                .get()
                .map(open -> open.session().name())
                .filter(open -> !open.equals(run.sessionName()))
                .map("; open for the next fit: %s"::formatted)
                .orElse("");
    }

    private void showSession() {
        Optional<OpenSession> open = workspace.sessionProperty().get();
        set(name, open.map(session -> session.session().name()).orElse("No session is open"));
        set(
                state,
                workspace.job().runningProperty().get()
                        ? "the fit is starting"
                        : open.isPresent() ? "no run is shown: start a fit or choose a run on the left" : "");
        warnings.setVisible(false);
    }

    private boolean isPaused(RunSnapshot run) {
        return workspace.paused().getValue().contains(run.folder().folder());
    }

    private static void fill(Tile tile, ScoreTile content) {
        tile.name().setText(content.name());
        tile.value().setText(content.value());
        tile.note().setText(content.note());
        tile.tip().setText("%s: %s, %s".formatted(content.name(), content.value(), content.note()));
        tile.box().setAccessibleText(tile.tip().getText());
        tile.value().getStyleClass().removeAll(Styles.SUCCESS, Styles.DANGER);
        switch (content.tone()) {
            case GOOD -> tile.value().getStyleClass().add(Styles.SUCCESS);
            case BAD -> tile.value().getStyleClass().add(Styles.DANGER);
            case PLAIN -> {}
        }
    }

    private static Tile tile(String id) {
        Label name = label(id + "-name", Styles.TEXT_MUTED);
        Label value = label(id + "-value", "tile-value");
        Label note = label(id + "-note", Styles.TEXT_MUTED);
        VBox box = new VBox(name, value, note);
        box.setId(id);
        box.getStyleClass().add("tile");
        Tooltip tip = HelpTip.of("");
        Tooltip.install(box, tip);
        return new Tile(box, name, value, note, tip);
    }

    /** The button that returns to the running fit while another run is read. */
    private Button running() {
        running.setId("show-running");
        running.setMnemonicParsing(false);
        running.setMinWidth(USE_PREF_SIZE);
        running.setOnAction(event -> workspace.liveRun().ifPresent(this::open));
        return running;
    }

    private void open(Path run) {
        workspace.open(run, () -> {});
    }

    /** The chip with the number of warnings; a click lists them. */
    private Button warnings() {
        warnings.setId("context-warnings");
        warnings.setMnemonicParsing(false);
        warnings.getStyleClass().addAll(Styles.SMALL, "warning-chip");
        warnings.setMinWidth(USE_PREF_SIZE);
        warnings.managedProperty().bind(warnings.visibleProperty());
        listed.setId("run-warnings");
        listed.setWrapText(true);
        listed.setPrefWidth(LIST_WIDTH);
        listed.getStyleClass().add("popover-text");
        PopOver list = new PopOver(listed);
        list.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        list.setAnimated(false);
        list.setDetachable(false);
        warnings.setOnAction(event -> list.show(warnings));
        return warnings;
    }

    private static void set(Label label, String text) {
        label.setText(text);
        label.getTooltip().setText(text);
    }

    private static Label label(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setTooltip(new Tooltip());
        label.setMinWidth(0);
        return label;
    }
}
