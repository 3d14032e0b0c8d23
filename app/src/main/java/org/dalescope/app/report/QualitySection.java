package org.dalescope.app.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dalescope.model.common.Finding;
import org.dalescope.model.scoring.screening.SessionScreening;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;

/** How good the data are, and what a reader must know of the fit. */
final class QualitySection {
    private QualitySection() {}

    /** The session as it was fitted; nothing where it was not looked at. */
    static void session(HtmlPage page, ComputedReportParts evidence) {
        evidence.preflight().ifPresent(preflight -> {
            page.heading("Data quality");
            summary(page, preflight, evidence.leftOut());
            findings(page, preflight.findings());
        });
    }

    /** What the run warned of, without what stands under data quality already. */
    static void run(HtmlPage page, ComputedReportParts evidence, List<Finding> warnings) {
        List<String> said = evidence.preflight().stream()
                .flatMap(preflight -> preflight.findings().stream())
                .map(Finding::text)
                .toList();
        page.heading("Warnings and notes");
        findings(
                page,
                Finding.bySeverity(
                        warnings.stream().filter(w -> !said.contains(w.text())).toList()));
    }

    private static void summary(HtmlPage page, SessionScreening preflight, String leftOut) {
        Session session = preflight.session();
        page.table(
                List.of("neurons", "trials", "bins", "mean rate", "mean split-half ceiling", "left out by settings"),
                List.of(List.of(
                        session.neurons().size() + " (" + session.count(NeuronType.EXCITATORY) + " E, "
                                + session.count(NeuronType.INHIBITORY) + " I)",
                        session.trials() + ", " + preflight.quality().usableTrials() + " usable",
                        session.bins() + " of " + session.time().binMs() + " ms",
                        String.format(
                                Locale.ROOT, "%.2f sp/s", preflight.quality().meanRate()),
                        String.format(Locale.ROOT, "%.3f (%d halvings)", preflight.meanCeiling(), preflight.halvings()),
                        leftOut.isEmpty() ? "nothing" : leftOut)));
        page.note("Mean rate: over neurons, in valid bins. Mean split-half ceiling: over neurons, of all usable trials;"
                + " it differs from that of a score, which is of the scored trials alone.");
    }

    private static void findings(HtmlPage page, List<Finding> findings) {
        if (findings.isEmpty()) {
            page.paragraph("None.");
            return;
        }
        page.table(
                List.of("", "found", "what it means"),
                findings.stream()
                        .map(f -> Stream.of(f.severity().name().toLowerCase(Locale.ROOT), f.text(), f.meaning())
                                .toList())
                        .toList());
    }
}
