package org.dalescope.app.window.shell;

/** What the person can ask for, from a button or a key. */
interface Actions {
    void openSession();

    void openRunFolder();

    void openDemo();

    void startFit();

    void stop();

    void resume();
}
