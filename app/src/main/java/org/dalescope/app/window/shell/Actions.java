package org.dalescope.app.window.shell;

import org.dalescope.app.window.mapping.MappingActions;
import org.dalescope.app.window.suite.SuiteActions;

/** What the person can ask for, from a button or a key. */
interface Actions extends SuiteActions, MappingActions {
    void openSession();

    void openRunFolder();

    void openDemo();

    void startFit();

    void stop();

    void resume();

    void about();
}
