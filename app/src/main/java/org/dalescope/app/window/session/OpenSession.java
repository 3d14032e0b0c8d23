package org.dalescope.app.window.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dalescope.model.preflight.Preflight;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionFiles;

/** A session that was opened and looked over; both take time, so it is made away from the window's thread. */
public record OpenSession(Session session, Preflight preflight) {
    public static OpenSession of(Path file) {
        return of(SessionFiles.open(file));
    }

    public static OpenSession of(Session session) {
        return new OpenSession(session, Preflight.of(session, MaskOrigin.ARRAY_START));
    }

    /** The session in numbers: what, value. */
    public List<Map.Entry<String, String>> facts() {
        return List.of(
                Map.entry("File", String.valueOf(session.source().file())),
                Map.entry("Format", session.source().format()),
                Map.entry(
                        "Trials", session.trials() + ", " + preflight.quality().usableTrials() + " usable"),
                Map.entry(
                        "Bins",
                        session.bins() + " of " + plain(session.time().binMs()) + " ms" + ", aligned to "
                                + session.time().event()),
                Map.entry("Neurons", counts()),
                Map.entry(
                        "Mean rate",
                        String.format(
                                Locale.ROOT, "%.1f sp/s", preflight.quality().meanRate())),
                Map.entry(
                        "Mean ceiling",
                        String.format(
                                Locale.ROOT,
                                "%.2f by split half (%d halvings); %.1f would take about %.0f trials",
                                preflight.meanCeiling(),
                                preflight.halvings(),
                                Preflight.WANTED_CEILING,
                                preflight.trialsFor(Preflight.WANTED_CEILING))),
                Map.entry(
                        "Spikes",
                        String.format(
                                Locale.ROOT,
                                "%,d in valid bins",
                                preflight.quality().spikes())));
    }

    private String counts() {
        int unknown = session.count(NeuronType.UNKNOWN);
        return session.neurons().size() + ": " + session.count(NeuronType.EXCITATORY) + " E, "
                + session.count(NeuronType.INHIBITORY) + " I" + (unknown == 0 ? "" : ", " + unknown + " unknown");
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
