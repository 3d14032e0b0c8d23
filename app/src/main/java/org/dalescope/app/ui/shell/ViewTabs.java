package org.dalescope.app.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.dalescope.app.ui.analysis.AnalysesView;
import org.dalescope.app.ui.command.WindowActions;
import org.dalescope.app.ui.compare.CompareView;
import org.dalescope.app.ui.control.Appearance;
import org.dalescope.app.ui.control.EmptyView;
import org.dalescope.app.ui.control.Icon;
import org.dalescope.app.ui.fit.FitView;
import org.dalescope.app.ui.fit.FitViewModel;
import org.dalescope.app.ui.keyboard.Shortcut;
import org.dalescope.app.ui.mapping.MappingView;
import org.dalescope.app.ui.perturbation.PerturbationView;
import org.dalescope.app.ui.psth.PsthView;
import org.dalescope.app.ui.run.EpochBar;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.app.ui.run.RunView;
import org.dalescope.app.ui.session.SessionView;
import org.dalescope.app.ui.suite.SuiteView;
import org.dalescope.app.ui.timeconstants.TauView;
import org.dalescope.app.ui.workspace.Workspace;
import org.dalescope.model.common.Lazy;

/** The views in the middle of the main window: tabs, of which only visible ones draw, above the epoch slider. */
final class ViewTabs extends BorderPane {
    private static final double CHEAP_MS = 12;
    private final Workspace workspace;
    private final WindowActions actions;
    private final Appearance appearance;
    private final Tab session = tab("Session", "tab-session");
    private final Tab fit = tab("Fit", "tab-fit");
    private final Tab psths = tab("PSTHs", "tab-psths");
    private final Tab timeConstants = tab("Time constants", "tab-tau");
    private final Tab suite = tab("Suite", "tab-suite");
    private final Tab analyses = tab("Analyses", "tab-analyses");
    private final Tab perturb = tab("Perturb", "tab-perturb");
    private final Tab compare = tab("Compare", "tab-compare");
    private final List<Tab> all = List.of(session, fit, psths, timeConstants, suite, analyses, perturb, compare);
    private final SideBySideTabs tabs;
    private final Set<Tab> movedByEpoch = Set.of(fit, psths, timeConstants);
    private final FitViewModel scope = new FitViewModel();
    private final Map<Tab, Lazy<? extends Node>> views = new HashMap<>();
    private final Lazy<SessionView> sessionView;
    private final Lazy<MappingView> mapping;
    private final Lazy<SuiteView> suiteView;
    private final Lazy<CompareView> compareView;
    private final EpochBar epochs;
    private double drawMs;
    private boolean isStale;

    /**
     * The views.
     *
     * @param dress applies shortcuts, font size and style sheet to the scene of a tab's separate window
     */
    ViewTabs(Workspace workspace, WindowActions actions, Appearance appearance, Consumer<Scene> dress) {
        this.workspace = workspace;
        this.actions = actions;
        this.tabs = new SideBySideTabs(all, dress);
        this.appearance = appearance;
        this.epochs = new EpochBar(workspace.epoch());
        this.sessionView = in(session, () -> sessionView(actions));
        this.suiteView = in(suite, () -> new SuiteView(workspace.suite(), actions, workspace.busy(), this::draw));
        this.compareView =
                in(compare, () -> new CompareView(workspace.compare(), actions::saveTable, appearance::charts));
        in(fit, this::fitView);
        in(psths, () -> new PsthView(noRun(Icon.BARS, "No PSTHs to show"), workspace.neurons()));
        in(timeConstants, () -> new TauView(noRun(Icon.CLOCK, "No time constants to show"), workspace.neurons()));
        in(analyses, () -> new AnalysesView(noRun(Icon.BARS, "Nothing to analyse"), workspace.analyses(), actions));
        in(perturb, () -> new PerturbationView(noRun(Icon.ZAP, "Nothing to perturb"), workspace.perturbation()));
        this.mapping = Lazy.of(() -> mappingView(actions));
        setCenter(tabs);
        setBottom(epochs);
        workspace.checkedProperty().subscribe(checked -> sessionView.known().ifPresent(view -> view.show(checked)));
        workspace.mapping().shownProperty().subscribe(shown -> {
            if (shown) {
                mapping.get();
                select(Shortcut.SESSION);
            }
        });
        workspace.epoch().shown().subscribe(this::drawSoon);
        workspace.suite().pictureProperty().subscribe(this::draw);
        for (Runnable draws : List.<Runnable>of(this::draw, this::drawOthers)) {
            appearance.darkProperty().subscribe(draws);
            appearance.fontPercentProperty().subscribe(draws);
        }
        tabs.onChosen(this::draw);
    }

    /** A tab's view, which is created when the tab is first visible. */
    private <V extends Node> Lazy<V> in(Tab tab, Supplier<V> making) {
        StackPane place = new StackPane();
        tab.setContent(place);
        Lazy<V> once = Lazy.of(() -> {
            V view = making.get();
            place.getChildren().addFirst(view);
            return view;
        });
        views.put(tab, once);
        return once;
    }

    private SessionView sessionView(WindowActions actions) {
        SessionView view = new SessionView(
                noSession(actions),
                workspace.curating(),
                workspace.neurons(),
                actions::showMapping,
                appearance::charts);
        view.visibleProperty().bind(workspace.mapping().shownProperty().not());
        view.show(workspace.checkedProperty().get());
        return view;
    }

    /** The mapping form, which is shown in place of the session. */
    private MappingView mappingView(WindowActions actions) {
        MappingView view = new MappingView(workspace.mapping(), actions, appearance::charts);
        view.visibleProperty().bind(workspace.mapping().shownProperty());
        ((StackPane) session.getContent()).getChildren().add(view);
        return view;
    }

    private FitView fitView() {
        return new FitView(
                noRun(Icon.CURVES, "No run to show"),
                scope,
                workspace.compare().ghostProperty(),
                workspace.neurons(),
                this::draw);
    }

    /** Draws the visible tabs. */
    void draw() {
        long begun = System.nanoTime();
        isStale = false;
        List<Tab> inSight = tabs.visible();
        Optional<RunSnapshot> run = workspace.epoch().shown().get();
        visible()
                .forEach(view ->
                        run.ifPresentOrElse(picture -> view.show(picture, appearance.charts()), view::showNone));
        compareView.known().ifPresent(view -> view.activeProperty().set(inSight.contains(compare)));
        if (inSight.contains(suite)) {
            suiteView.get().show(workspace.suite().pictureProperty().get(), appearance.charts());
        }
        epochs.usefulProperty().set(inSight.stream().anyMatch(movedByEpoch::contains));
        drawMs = (System.nanoTime() - begun) / 1e6;
    }

    /** Draws the views that do not follow the shown run, after a change of colours or font size. */
    private void drawOthers() {
        sessionView.known().ifPresent(SessionView::draw);
        mapping.known().ifPresent(MappingView::draw);
        compareView.known().ifPresent(CompareView::draw);
    }

    /**
     * Draws at once if drawing is fast, otherwise at the next update, so that dragging the slider over a long run stays
     * smooth.
     */
    private void drawSoon() {
        if (drawMs > CHEAP_MS) {
            isStale = true;
        } else {
            draw();
        }
    }

    /** Lets the visible tabs finish their drawing. */
    void finishDrawing() {
        if (isStale) {
            draw();
        }
        visible().forEach(RunView::finishDrawing);
    }

    /** The visible views of a run; visible views are created if necessary. */
    private List<RunView> visible() {
        return tabs.visible().stream()
                .flatMap(tab -> Optional.ofNullable(views.get(tab)).stream())
                .map(Lazy::get)
                .filter(RunView.class::isInstance)
                .map(RunView.class::cast)
                .toList();
    }

    /** Whether the settings of a fit serve one of the visible tabs. */
    boolean servesSettings() {
        return !Set.of(analyses, perturb, compare).containsAll(tabs.visible());
    }

    /** Whether a visible tab shows one run, or compares runs. */
    boolean showsRun() {
        return tabs.visible().stream()
                .anyMatch(Set.of(fit, psths, timeConstants, analyses, perturb, compare)::contains);
    }

    /** Whether a visible tab has a main action of its own, so that the tool bar's must step back. */
    boolean hasOwnPrimary() {
        return tabs.visible().contains(suite);
    }

    /** Calls back now, and whenever another tab is selected. */
    void onChosen(Runnable done) {
        tabs.onChosen(done);
    }

    /** The view model of the fit view. */
    FitViewModel scope() {
        return scope;
    }

    /** The tabs in their halves. */
    SideBySideTabs tabs() {
        return tabs;
    }

    /** Shows a tab by its index from the left, from 0. */
    void select(int index) {
        tabs.select(all.get(index));
    }

    /** Moves the tab that was chosen last to the other half. */
    void split() {
        tabs.moveToOtherHalf(tabs.selected());
    }

    /** Moves the tab that was chosen last into a separate window. */
    void undock() {
        tabs.undock(tabs.selected());
        draw();
    }

    /** Shows one of the pages inside the session's tab, by its index from 0. */
    void selectInSession(int index) {
        sessionView.get().select(index);
    }

    void select(Shortcut which) {
        switch (which) {
            case FIT -> tabs.select(fit);
            case PSTHS -> tabs.select(psths);
            case SUITE -> tabs.select(suite);
            case ANALYSES -> tabs.select(analyses);
            case PERTURB -> tabs.select(perturb);
            case COMPARE -> tabs.select(compare);
            case TIME_CONSTANTS -> tabs.select(timeConstants);
            default -> tabs.select(session);
        }
    }

    private static Tab tab(String title, String id) {
        Tab tab = new Tab(title);
        tab.setId(id);
        return tab;
    }

    private static Node noSession(WindowActions actions) {
        Button open = new Button("Open session...");
        open.setOnAction(event -> actions.openSession());
        Button folder = new Button("Open folder...");
        folder.setId("open-a-folder");
        folder.setOnAction(event -> actions.openFolder());
        Button demo = new Button("Open the demo session");
        demo.setId("open-demo");
        demo.setOnAction(event -> actions.openDemo());
        return new EmptyView(
                Icon.OPEN,
                "No session is open",
                "Drop a session file (NWB, MATLAB, npz, HDF5, CSV, .dalescope), the folder of a spike sorter (Kilosort, "
                        + "phy, ALF), a folder of npy arrays or a run folder anywhere on this window, open one, or "
                        + "try the demo session that comes with the program.",
                open,
                folder,
                demo);
    }

    /** What a view of a run says while there is none, and while a fit starts. */
    private Node noRun(Icon picture, String title) {
        Button open = new Button("Open session...");
        open.setOnAction(event -> actions.openSession());
        Button start = new Button("Start a fit");
        start.setOnAction(event -> actions.startFit());
        start.disableProperty().bind(workspace.whyNoFit().isNotEmpty());
        ObservableValue<Boolean> isOpen = workspace.sessionProperty().map(Optional::isPresent);
        open.visibleProperty().bind(isOpen.map(yes -> !yes));
        open.managedProperty().bind(open.visibleProperty());
        start.visibleProperty().bind(isOpen);
        start.managedProperty().bind(start.visibleProperty());
        EmptyView none = new EmptyView(
                picture,
                title,
                "Open a session and start a fit, choose a run in the library on the left, or drop a run folder "
                        + "here.",
                open,
                start);
        EmptyView starting = new EmptyView(
                Icon.RUNNING,
                "The fit is starting",
                "The views follow with the first numbers of the fit, in a few seconds.");
        starting.visibleProperty().bind(workspace.job().runningProperty());
        none.visibleProperty().bind(workspace.job().runningProperty().not());
        return new StackPane(none, starting);
    }
}
