package org.dalescope.app.ui.command;

import java.nio.file.Path;
import org.dalescope.app.ui.analysis.AnalysisActions;
import org.dalescope.app.ui.mapping.MappingActions;
import org.dalescope.app.ui.suite.SuiteActions;

/** What the person can ask for, from a button or a key. */
public interface WindowActions extends SuiteActions, MappingActions, AnalysisActions {
    void openSession();

    void openRunFolder();

    void openDemo();

    /** Opens a session file, a run's or a suite's folder. */
    void open(Path path);

    void startFit();

    void stop();

    /** Asks what runs to rest, or to go on. */
    void pause();

    void resume();
}
