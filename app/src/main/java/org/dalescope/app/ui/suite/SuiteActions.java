package org.dalescope.app.ui.suite;

import java.nio.file.Path;

/** Actions that the user can request in the view of a suite. */
public interface SuiteActions {
    /** Starts the suite that is set up. */
    void startSuite();

    void stopSuite();

    /** Continues the shown suite. */
    void resumeSuite();

    /** Asks for the file of a plan. */
    void choosePlan();

    /** Opens the report of the shown suite. */
    void openSuiteReport();

    /** Shows a suite's fit as a run. */
    void openFit(Path runFolder);
}
