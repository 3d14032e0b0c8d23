package org.dalescope.app.ui.mapping;

/** What the person can ask for in the form of a mapping that needs a file to be chosen. */
public interface MappingActions {
    /** Asks where the mapping is to be written. */
    void saveMapping();

    /** Asks for a mapping's file. */
    void loadMapping();

    /** Shows how the open session's file was understood. */
    void showMapping();
}
