package org.dalescope.app.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dalescope.model.common.Finding;
import org.dalescope.model.scoring.screening.SessionScreening;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;

/** The data quality and warning sections of a run's HTML report. */
final class QualitySection {
    private QualitySection() {}

    /** Adds the check of the session as it was fitted; nothing if the session was not checked. */
    static void session(HtmlPage page, ComputedReportParts evidence) {
        evidence.preflight().ifPresent(preflight -> {
            page.heading("Data quality");
            summary(page, preflight, evidence.leftOut());
            findings(page, preflight.findings());
        });
    }

    /** Adds the warnings of the run, without those that the data quality section already lists. */
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
                + " it differs from the ceiling of a score, which uses only the scored trials.");
    }

    private static void findings(HtmlPage page, List<Finding> findings) {
        if (findings.isEmpty()) {
            page.paragraph("No warnings or notes.");
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
