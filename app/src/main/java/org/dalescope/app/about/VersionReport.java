package org.dalescope.app.about;

import java.util.List;
import java.util.Optional;
import org.dalescope.model.common.ProgramVersion;
import org.dalescope.model.engine.libtorch.store.LibtorchFolder;

/** Versions and licences, for the command line and the window. */
public final class VersionReport {
    private static final String SOURCES = "packaging/THIRD-PARTY.txt";

    private VersionReport() {}

    /** Line by line. */
    public static List<String> lines() {
        // The installed program names the folder; one that is run from its sources has them there.
        String notices = Optional.ofNullable(System.getProperty("dalescope.licences"))
                .map(folder -> folder + "/THIRD-PARTY.txt")
                .orElse(SOURCES);
        return List.of(
                "dalescope " + ProgramVersion.CURRENT,
                "Java " + System.getProperty("java.version") + ", libtorch " + LibtorchFolder.VERSION + " (CPU)",
                "MIT licence; with JavaFX, ControlsFX, AtlantaFX, JFreeChart, DJL and PyTorch, Jackson, picocli, jHDF, MFL and"
                        + " others, whose licences are listed in " + notices);
    }

    /** In one sentence. */
    public static String sentence() {
        return String.join(". ", lines()) + ".";
    }
}
