package org.dalescope.app.ui.session;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.dalescope.model.common.Progress;
import org.dalescope.model.common.ShellQuoting;
import org.dalescope.model.scoring.screening.SessionScreening;
import org.dalescope.model.session.Mapping;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;

/**
 * A session that is open in the window, with the report on what is wrong with it. Opening and checking take time, so it
 * is created on a background thread.
 *
 * @param mappingFile the mapping file with which the command line opens the same session; empty if the mapping is
 *     guessed
 * @param mappedBefore whether that mapping was applied to the file earlier and is used again
 */
public record OpenSession(
        Session session, SessionScreening preflight, Optional<Path> mappingFile, boolean mappedBefore) {
    /** Opens a file with a mapping, otherwise as it is guessed. */
    public static OpenSession of(Path file, Optional<Mapping> mapping, Progress watch) {
        return of(SessionFiles.open(file, mapping, watch));
    }

    public static OpenSession of(Session session) {
        return new OpenSession(session, SessionScreening.of(session, MaskOrigin.ARRAY_START), Optional.empty(), false);
    }

    /** The same session with its mapping in a file. */
    public OpenSession mappedBy(Path file) {
        return new OpenSession(session, preflight, Optional.of(file), false);
    }

    /** The same session with the mapping file that was applied to it earlier. */
    public OpenSession remappedBy(Path file) {
        return new OpenSession(session, preflight, Optional.of(file), true);
    }

    /** The command that writes a page with the figures of the whole session. */
    public String reportCommand() {
        return "dalescope inspect "
                + ShellQuoting.quoted(session.source().file().toString())
                + mappingFile
                        .map(file -> " --mapping " + ShellQuoting.quoted(file.toString()))
                        .orElse("")
                + " --report";
    }

    /** The session in one line. */
    public String summary() {
        int channels = session.channels().size();
        return "%s trials (%s usable), %s bins of %s ms from %s ms, %s neurons (%s), %s%s%s"
                .formatted(
                        session.trials(),
                        preflight.quality().usableTrials(),
                        session.bins(),
                        plain(session.time().binMs()),
                        plain(session.time().startMs()),
                        session.neurons().size(),
                        types(session),
                        channels,
                        channels == 1 ? " input channel, " : " input channels, ",
                        rate(preflight));
    }

    /** The number of neurons of each type, such as "40 E, 18 I". */
    static String types(Session session) {
        int unknown = session.count(NeuronType.UNKNOWN);
        return session.count(NeuronType.EXCITATORY) + " E, " + session.count(NeuronType.INHIBITORY) + " I"
                + (unknown == 0 ? "" : ", %s unknown".formatted(unknown));
    }

    static String rate(SessionScreening report) {
        return String.format(Locale.ROOT, "%.1f sp/s", report.quality().meanRate());
    }

    static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
