package org.dalescope.app.window.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import org.dalescope.app.window.analysis.AnalysesView;
import org.dalescope.app.window.compare.CompareView;
import org.dalescope.app.window.fit.FitView;
import org.dalescope.app.window.mapping.MappingView;
import org.dalescope.app.window.perturbation.PerturbationView;
import org.dalescope.app.window.psth.PsthView;
import org.dalescope.app.window.run.RunPicture;
import org.dalescope.app.window.run.RunView;
import org.dalescope.app.window.session.SessionView;
import org.dalescope.app.window.suite.SuiteView;
import org.dalescope.app.window.theme.Appearance;
import org.dalescope.app.window.theme.EmptyView;
import org.dalescope.app.window.timeconstants.TauView;

/** The tabs in the middle; only the one on show draws. */
final class Views extends TabPane {
    private final Workspace workspace;
    private final Appearance appearance;
    private final Tab session = tab("Session", "tab-session");
    private final Tab fit = tab("Fit", "tab-fit");
    private final Tab psths = tab("PSTHs", "tab-psths");
    private final Tab timeConstants = tab("Time constants", "tab-tau");
    private final Tab suite = tab("Suite", "tab-suite");
    private final Tab analyses = tab("Analyses", "tab-analyses");
    private final Tab perturb = tab("Perturb", "tab-perturb");
    private final Tab compare = tab("Compare", "tab-compare");
    private final SuiteView suiteView;
    private final SessionView sessionView;
    private final Map<Tab, RunView> runViews = new HashMap<>();

    Views(Workspace workspace, Actions actions, Appearance appearance) {
        this.workspace = workspace;
        this.appearance = appearance;
        setId("views");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        this.sessionView =
                new SessionView(noSession(actions), workspace.curating(), actions::showMapping, appearance::charts);
        MappingView mappingView = new MappingView(workspace.mapping(), actions);
        mappingView.visibleProperty().bind(workspace.mapping().shown());
        sessionView.visibleProperty().bind(workspace.mapping().shown().not());
        session.setContent(new StackPane(sessionView, mappingView));
        FitView fitView =
                new FitView(noRun("No run to show"), workspace.compare().ghost(), this::draw);
        PsthView psthView = new PsthView(noRun("No PSTHs to show"), this::draw);
        TauView tauView = new TauView(noRun("No time constants to show"));
        fit.setContent(fitView);
        psths.setContent(psthView);
        timeConstants.setContent(tauView);
        AnalysesView analysesView = new AnalysesView(noRun("Nothing to analyse"), workspace.analyses(), actions);
        analyses.setContent(analysesView);
        runViews.putAll(Map.of(fit, fitView, psths, psthView, timeConstants, tauView));
        runViews.put(analyses, analysesView);
        PerturbationView perturbView = new PerturbationView(noRun("Nothing to perturb"), workspace.perturbation());
        perturb.setContent(perturbView);
        runViews.put(perturb, perturbView);
        this.suiteView = new SuiteView(workspace.suite(), actions, workspace.busy(), this::draw);
        suite.setContent(suiteView);
        CompareView compareView = new CompareView(workspace.compare(), actions::saveTable, appearance::charts);
        compareView.active().bind(compare.selectedProperty());
        compare.setContent(compareView);
        getTabs().setAll(session, fit, psths, timeConstants, suite, analyses, perturb, compare);
        workspace.session().subscribe(sessionView::show);
        workspace.mapping().shown().subscribe(shown -> {
            if (shown) {
                select(Shortcut.SESSION);
            }
        });
        workspace.run().subscribe(this::draw);
        workspace.suite().picture().subscribe(this::draw);
        appearance.dark().subscribe(this::draw);
        appearance.dark().subscribe(sessionView::draw);
        appearance.dark().subscribe(compareView::draw);
        getSelectionModel().selectedItemProperty().subscribe(this::draw);
    }

    /** Draws the tab on show. */
    void draw() {
        Optional<RunPicture> run = workspace.run().get();
        onShow().ifPresent(view ->
                run.ifPresentOrElse(picture -> view.show(picture, appearance.charts()), view::showNone));
        if (suite.isSelected()) {
            suiteView.show(workspace.suite().picture().get(), appearance.charts());
        }
    }

    /** Lets the tab on show finish its drawing. */
    void settle() {
        onShow().ifPresent(RunView::settle);
    }

    private Optional<RunView> onShow() {
        return Optional.ofNullable(runViews.get(getSelectionModel().getSelectedItem()));
    }

    /** Shows one of the views inside the session's tab, from 0. */
    void selectInSession(int index) {
        sessionView.select(index);
    }

    void select(Shortcut which) {
        switch (which) {
            case FIT -> getSelectionModel().select(fit);
            case PSTHS -> getSelectionModel().select(psths);
            case SUITE -> getSelectionModel().select(suite);
            case ANALYSES -> getSelectionModel().select(analyses);
            case PERTURB -> getSelectionModel().select(perturb);
            case COMPARE -> getSelectionModel().select(compare);
            case TIME_CONSTANTS -> getSelectionModel().select(timeConstants);
            default -> getSelectionModel().select(session);
        }
    }

    private static Tab tab(String title, String id) {
        Tab tab = new Tab(title);
        tab.setId(id);
        return tab;
    }

    private static Node noSession(Actions actions) {
        Button open = new Button("Open session...");
        open.setOnAction(event -> actions.openSession());
        Button demo = new Button("Open the demo session");
        demo.setId("open-demo");
        demo.setOnAction(event -> actions.openDemo());
        return new EmptyView(
                "No session is open",
                "Drop a session file (NWB, MATLAB, npz, HDF5, .dalescope), a folder of npy arrays or a run folder anywhere on"
                        + " this window, open one, or try the demo session that comes with the program.",
                open,
                demo);
    }

    private static Node noRun(String title) {
        return new EmptyView(
                title,
                "Open a session and start a fit, choose a run in the library on the left, or drop a run folder here.");
    }
}
