package org.dalescope.app.ui.suite;

import java.nio.file.Path;

/** What the person can ask for in the view of a suite. */
public interface SuiteActions {
    /** Starts what is set up. */
    void startSuite();

    void stopSuite();

    /** Goes on with the suite on show. */
    void resumeSuite();

    /** Asks for a plan's file. */
    void choosePlan();

    /** Opens the report of the suite on show. */
    void openSuiteReport();

    /** Shows a suite's fit as a run. */
    void openFit(Path runFolder);
}
