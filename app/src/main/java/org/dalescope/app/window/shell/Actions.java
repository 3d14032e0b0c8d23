package org.dalescope.app.window.shell;

import java.nio.file.Path;
import org.dalescope.app.window.analysis.AnalysisActions;
import org.dalescope.app.window.mapping.MappingActions;
import org.dalescope.app.window.suite.SuiteActions;

/** What the person can ask for, from a button or a key. */
interface Actions extends SuiteActions, MappingActions, AnalysisActions {
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
