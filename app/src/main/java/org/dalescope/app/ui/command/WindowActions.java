package org.dalescope.app.ui.command;

import java.nio.file.Path;
import org.dalescope.app.ui.analysis.AnalysisActions;
import org.dalescope.app.ui.mapping.MappingActions;
import org.dalescope.app.ui.suite.SuiteActions;

/** The actions that the user can request in the window with a button or a key. */
public interface WindowActions extends SuiteActions, MappingActions, AnalysisActions {
    void openSession();

    void openFolder();

    void openDemo();

    /** Opens a session file, or the folder of a run or a suite. */
    void open(Path path);

    void startFit();

    /** Judges the configured model on sealed trials. */
    void startJudgement();

    void stop();

    /** Pauses or continues the running jobs. */
    void pause();

    void resume();
}
