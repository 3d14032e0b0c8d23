package org.dalescope.app.window.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.dalescope.app.window.analysis.AnalysesView;
import org.dalescope.app.window.compare.CompareView;
import org.dalescope.app.window.fit.FitView;
import org.dalescope.app.window.fit.FitViewModel;
import org.dalescope.app.window.mapping.MappingView;
import org.dalescope.app.window.perturbation.PerturbationView;
import org.dalescope.app.window.psth.PsthView;
import org.dalescope.app.window.run.EpochBar;
import org.dalescope.app.window.run.RunPicture;
import org.dalescope.app.window.run.RunView;
import org.dalescope.app.window.session.SessionView;
import org.dalescope.app.window.suite.SuiteView;
import org.dalescope.app.window.theme.Appearance;
import org.dalescope.app.window.theme.EmptyView;
import org.dalescope.app.window.timeconstants.TauView;
import org.dalescope.app.words.Words;

/** The work in the middle: tabs, of which only those in sight draw, above the slider that moves them back in time. */
final class Views extends BorderPane {
    private static final double CHEAP_MS = 12;
    private final Workspace workspace;
    private final Appearance appearance;
    private final Tab session = tab(Words.of("shell.session-2"), "tab-session");
    private final Tab fit = tab(Words.of("shell.fit-3"), "tab-fit");
    private final Tab psths = tab(Words.of("shell.psths"), "tab-psths");
    private final Tab timeConstants = tab(Words.of("shell.time-constants-2"), "tab-tau");
    private final Tab suite = tab(Words.of("shell.suite-3"), "tab-suite");
    private final Tab analyses = tab(Words.of("shell.analyses-2"), "tab-analyses");
    private final Tab perturb = tab(Words.of("shell.perturb"), "tab-perturb");
    private final Tab compare = tab(Words.of("shell.compare"), "tab-compare");
    private final List<Tab> all = List.of(session, fit, psths, timeConstants, suite, analyses, perturb, compare);
    private final SplitTabs tabs;
    private final Set<Tab> movedByEpoch = Set.of(fit, psths, timeConstants);
    private final FitViewModel scope = new FitViewModel();
    private final Map<Tab, Once<? extends Node>> views = new HashMap<>();
    private final Once<SessionView> sessionView;
    private final Once<SuiteView> suiteView;
    private final Once<CompareView> compareView;
    private final EpochBar epochs;
    private double drawMs;
    private boolean isStale;

    /**
     * The views.
     *
     * @param dress gives the scene of a tab's own window its keys, letters and style sheet
     */
    Views(Workspace workspace, Actions actions, Appearance appearance, Consumer<Scene> dress) {
        this.workspace = workspace;
        this.tabs = new SplitTabs(all, dress);
        this.appearance = appearance;
        this.epochs = new EpochBar(workspace.epoch());
        this.sessionView = in(session, () -> sessionView(actions));
        this.suiteView = in(suite, () -> new SuiteView(workspace.suite(), actions, workspace.busy(), this::draw));
        this.compareView =
                in(compare, () -> new CompareView(workspace.compare(), actions::saveTable, appearance::charts));
        in(fit, this::fitView);
        in(psths, () -> new PsthView(noRun(Words.of("shell.no-psths-to-show")), workspace.neurons(), this::draw));
        in(timeConstants, () -> new TauView(noRun(Words.of("shell.no-time-constants-to")), workspace.neurons()));
        in(
                analyses,
                () -> new AnalysesView(noRun(Words.of("shell.nothing-to-analyse")), workspace.analyses(), actions));
        in(perturb, () -> new PerturbationView(noRun(Words.of("shell.nothing-to-perturb")), workspace.perturbation()));
        Once<MappingView> mapping = new Once<>(() -> mappingView(actions));
        setCenter(tabs);
        setBottom(epochs);
        workspace.checked().subscribe(checked -> sessionView.made().ifPresent(view -> view.show(checked)));
        workspace.mapping().shown().subscribe(shown -> {
            if (shown) {
                mapping.get();
                select(Shortcut.SESSION);
            }
        });
        workspace.paused().subscribe(scope.paused()::set);
        workspace.epoch().shown().subscribe(this::drawSoon);
        workspace.suite().picture().subscribe(this::draw);
        for (Runnable draws : List.<Runnable>of(this::draw, this::drawOthers)) {
            appearance.dark().subscribe(draws);
            appearance.fontPercent().subscribe(draws);
        }
        tabs.onChosen(this::draw);
    }

    /** A tab's view, which is made when the tab is first in sight. */
    private <V extends Node> Once<V> in(Tab tab, Supplier<V> making) {
        StackPane place = new StackPane();
        tab.setContent(place);
        Once<V> once = new Once<>(() -> {
            V view = making.get();
            place.getChildren().addFirst(view);
            return view;
        });
        views.put(tab, once);
        return once;
    }

    private SessionView sessionView(Actions actions) {
        SessionView view = new SessionView(
                noSession(actions),
                workspace.curating(),
                workspace.neurons(),
                actions::showMapping,
                appearance::charts);
        view.visibleProperty().bind(workspace.mapping().shown().not());
        view.show(workspace.checked().get());
        return view;
    }

    /** In the session's place. */
    private MappingView mappingView(Actions actions) {
        MappingView view = new MappingView(workspace.mapping(), actions);
        view.visibleProperty().bind(workspace.mapping().shown());
        ((StackPane) session.getContent()).getChildren().add(view);
        return view;
    }

    private FitView fitView() {
        return new FitView(
                noRun(Words.of("shell.no-run-to-show")),
                scope,
                workspace.compare().ghost(),
                workspace.neurons(),
                this::draw);
    }

    /** Draws the tabs in sight. */
    void draw() {
        long begun = System.nanoTime();
        isStale = false;
        List<Tab> inSight = tabs.onShow();
        Optional<RunPicture> run = workspace.epoch().shown().get();
        onShow().forEach(view ->
                run.ifPresentOrElse(picture -> view.show(picture, appearance.charts()), view::showNone));
        compareView.made().ifPresent(view -> view.active().set(inSight.contains(compare)));
        if (inSight.contains(suite)) {
            suiteView.get().show(workspace.suite().picture().get(), appearance.charts());
        }
        epochs.useful().set(inSight.stream().anyMatch(movedByEpoch::contains));
        drawMs = (System.nanoTime() - begun) / 1e6;
    }

    /** Draws what does not follow the run on show, in other colours or letters. */
    private void drawOthers() {
        sessionView.made().ifPresent(SessionView::draw);
        compareView.made().ifPresent(CompareView::draw);
    }

    /** At once where drawing takes no time, else with the next pump, so that a slider that is dragged over a long run stays light. */
    private void drawSoon() {
        if (drawMs > CHEAP_MS) {
            isStale = true;
        } else {
            draw();
        }
    }

    /** Lets the tabs in sight finish their drawing. */
    void settle() {
        if (isStale) {
            draw();
        }
        onShow().forEach(RunView::settle);
    }

    /** The views of a run among those in sight, all of which are made where they are not yet. */
    private List<RunView> onShow() {
        return tabs.onShow().stream()
                .flatMap(tab -> Optional.ofNullable(views.get(tab)).stream())
                .map(Once::get)
                .filter(RunView.class::isInstance)
                .map(RunView.class::cast)
                .toList();
    }

    /** How the scope is set. */
    FitViewModel scope() {
        return scope;
    }

    /** The tabs and their halves. */
    SplitTabs tabs() {
        return tabs;
    }

    /** Shows a tab by its place from the left, from 0. */
    void select(int index) {
        tabs.select(all.get(index));
    }

    /** Moves the tab that was chosen last to the other half. */
    void split() {
        tabs.moveToOtherHalf(tabs.selected());
    }

    /** Takes the tab that was chosen last out into a window of its own. */
    void undock() {
        tabs.undock(tabs.selected());
        draw();
    }

    /** Shows one of the views inside the session's tab, from 0. */
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

    private static Node noSession(Actions actions) {
        Button open = new Button(Words.of("shell.open-session-2"));
        open.setOnAction(event -> actions.openSession());
        Button demo = new Button(Words.of("shell.open-the-demo-session"));
        demo.setId("open-demo");
        demo.setOnAction(event -> actions.openDemo());
        return new EmptyView(Words.of("shell.no-session-is-open"), Words.of("shell.drop-a-session-file"), open, demo);
    }

    private static Node noRun(String title) {
        return new EmptyView(title, Words.of("shell.open-a-session-and"));
    }
}
