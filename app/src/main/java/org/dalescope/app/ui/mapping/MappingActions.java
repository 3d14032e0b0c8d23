package org.dalescope.app.ui.mapping;

/** Actions of the mapping form that the window carries out, because most of them ask for a file. */
public interface MappingActions {
    /** Asks where to write the mapping. */
    void saveMapping();

    /** Asks for the file of a mapping and reads it. */
    void loadMapping();

    /** Shows the mapping of the open session's file. */
    void showMapping();
}
