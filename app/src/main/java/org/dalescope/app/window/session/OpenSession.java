package org.dalescope.app.window.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dalescope.app.words.Words;
import org.dalescope.model.preflight.Preflight;
import org.dalescope.model.run.ShellWord;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.ReadingWatch;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionFiles;
import org.dalescope.model.session.mapping.Mapping;

/**
 * A session that was opened and looked over; both take time, so it is made away from the window's thread.
 *
 * @param mappingFile where the mapping lies with which the command line opens the same session, if it is not guessed
 * @param mappedBefore whether that mapping was applied to the file earlier and is used again
 */
public record OpenSession(Session session, Preflight preflight, Optional<Path> mappingFile, boolean mappedBefore) {
    /** Opens a file as a mapping says, else as it is guessed. */
    public static OpenSession of(Path file, Optional<Mapping> mapping, ReadingWatch watch) {
        return of(SessionFiles.open(file, mapping, watch));
    }

    public static OpenSession of(Session session) {
        return new OpenSession(session, Preflight.of(session, MaskOrigin.ARRAY_START), Optional.empty(), false);
    }

    /** The same, with its mapping in a file. */
    public OpenSession mappedBy(Path file) {
        return new OpenSession(session, preflight, Optional.of(file), false);
    }

    /** The same, with the mapping in a file that was applied to it earlier. */
    public OpenSession mappedAgainBy(Path file) {
        return new OpenSession(session, preflight, Optional.of(file), true);
    }

    /** The command that writes a page with the figures of the whole session. */
    public String reportCommand() {
        return "dalescope inspect " + ShellWord.quoted(session.source().file().toString())
                + mappingFile
                        .map(file -> " --mapping " + ShellWord.quoted(file.toString()))
                        .orElse("")
                + " --report";
    }

    /** The session in one line. */
    public String summary() {
        int channels = session.channels().size();
        return Words.of(
                "session.trials-usable-bins-of",
                session.trials(),
                preflight.quality().usableTrials(),
                session.bins(),
                plain(session.time().binMs()),
                plain(session.time().startMs()),
                session.neurons().size(),
                types(),
                channels,
                channels == 1
                        ? " " + Words.of("session.input-channel") + " "
                        : " " + Words.of("session.input-channels") + " ",
                rate());
    }

    /** The session in numbers: what, value. */
    public List<Map.Entry<String, String>> facts() {
        return List.of(
                Map.entry(
                        Words.of("session.file"),
                        String.valueOf(session.source().file())),
                Map.entry(Words.of("session.format"), session.source().format()),
                Map.entry(
                        Words.of("session.trials"),
                        Words.of(
                                "session.usable",
                                session.trials(),
                                preflight.quality().usableTrials())),
                Map.entry(
                        Words.of("session.bins"),
                        Words.of(
                                "session.of-ms-aligned-to",
                                session.bins(),
                                plain(session.time().binMs()),
                                session.time().event())),
                Map.entry(Words.of("session.neurons"), session.neurons().size() + ": " + types()),
                Map.entry(Words.of("session.mean-rate"), rate()),
                Map.entry(
                        Words.of("session.mean-ceiling"),
                        String.format(
                                Locale.ROOT,
                                Words.of("session.by-split-half-halvings"),
                                preflight.meanCeiling(),
                                preflight.halvings(),
                                Preflight.WANTED_CEILING,
                                preflight.trialsFor(Preflight.WANTED_CEILING))),
                Map.entry(
                        Words.of("session.spikes"),
                        String.format(
                                Locale.ROOT,
                                Words.of("session.in-valid-bins"),
                                preflight.quality().spikes())));
    }

    private String types() {
        int unknown = session.count(NeuronType.UNKNOWN);
        return session.count(NeuronType.EXCITATORY) + " E, " + session.count(NeuronType.INHIBITORY) + " I"
                + (unknown == 0 ? "" : Words.of("session.unknown", unknown));
    }

    private String rate() {
        return String.format(Locale.ROOT, "%.1f sp/s", preflight.quality().meanRate());
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
