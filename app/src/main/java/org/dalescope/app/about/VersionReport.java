package org.dalescope.app.about;

import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.ProgramVersion;
import org.dalescope.model.engine.libtorch.store.LibtorchFolder;

/** The versions and licences of the program, shown by the command line and the window. */
public final class VersionReport {
    private static final String SOURCES = "packaging/THIRD-PARTY.txt";

    private VersionReport() {}

    /** The report as lines. */
    public static List<String> lines() {
        // The installed program sets this property; otherwise the file is in the source tree.
        String notices = Optional.ofNullable(System.getProperty("dalescope.licences"))
                .map(folder -> folder + "/THIRD-PARTY.txt")
                .orElse(SOURCES);
        return List.of(
                "dalescope " + ProgramVersion.CURRENT,
                "Java " + System.getProperty("java.version") + ", libtorch " + LibtorchFolder.VERSION + " (CPU)",
                "MIT licence; with JavaFX, ControlsFX, AtlantaFX, JFreeChart, DJL and PyTorch, Jackson, picocli, jHDF,"
                        + " MFL and"
                        + " others, whose licences are listed in " + notices);
    }

    /** The report as one text. */
    public static String sentence() {
        return String.join(". ", lines()) + ".";
    }
}
