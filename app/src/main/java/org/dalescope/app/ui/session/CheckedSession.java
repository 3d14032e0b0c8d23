package org.dalescope.app.ui.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Remedy;
import org.dalescope.model.common.UserError;
import org.dalescope.model.scoring.screening.NeuronCheck;
import org.dalescope.model.scoring.screening.SessionScreening;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.curation.Curation;
import org.dalescope.model.session.curation.ExclusionCounts;
import org.dalescope.model.settings.DataSettings;

/**
 * The open session as the configuration fits it: without the excluded parts and with corrected cell types.
 *
 * @param open the session as it is in the file
 * @param used the report on the part that is kept, or on the whole session if {@code problem} says why the settings
 *     cannot be applied
 * @param problem an error sentence; empty if the settings suit the session
 * @param pending whether the report on the kept part is still being computed
 */
public record CheckedSession(
        OpenSession open, SessionScreening used, ExclusionCounts leftOut, Optional<String> problem, boolean pending) {

    /** The whole session as it is in the file. */
    public static CheckedSession whole(OpenSession open) {
        return new CheckedSession(open, open.preflight(), ExclusionCounts.NONE, Optional.empty(), false);
    }

    /** The state until there is a report. */
    static CheckedSession pending(OpenSession open) {
        return new CheckedSession(open, open.preflight(), ExclusionCounts.NONE, Optional.empty(), true);
    }

    /** The state with the report on the whole session, because the report with the settings failed. */
    static CheckedSession failed(OpenSession open, Throwable wrong) {
        String what = wrong instanceof UserError said
                ? said.sentence()
                : ("The session could not be checked with these settings (%s). The findings are those of the whole"
                                + " session. Undo the last change.")
                        .formatted(Optional.ofNullable(wrong.getMessage())
                                .orElse(wrong.getClass().getSimpleName()));
        return new CheckedSession(open, open.preflight(), ExclusionCounts.NONE, Optional.of(what), false);
    }

    /** The session with some settings; not for the window's thread, because the report takes time. */
    public static CheckedSession of(OpenSession open, DataSettings settings) {
        Curation curation = settings.curation();
        if (isUnchanged(open, settings)) {
            return whole(open);
        }
        try {
            Curation.Result kept = curation.of(open.session());
            SessionScreening report = SessionScreening.of(kept.session(), settings.maskOrigin());
            return new CheckedSession(open, report, kept.leftOut(), Optional.empty(), false);
        } catch (InputError refusal) {
            return failed(open, refusal);
        }
    }

    /** Whether the settings leave the session as it is in the file. */
    static boolean isUnchanged(OpenSession open, DataSettings settings) {
        return settings.curation().isEmpty()
                && settings.maskOrigin() == open.preflight().activity().origin();
    }

    /** All findings, the most serious first. */
    public List<Finding> findings() {
        if (pending) {
            return List.of();
        }
        List<Finding> all = new ArrayList<>();
        problem.ifPresent(sentence -> all.add(Finding.error("curation", sentence)));
        all.addAll(used.findings());
        return List.copyOf(all);
    }

    /** The number of findings that are more serious than a notice. */
    public int serious() {
        return (int) findings().stream().filter(Finding::isSerious).count();
    }

    /** The findings that disappeared because their remedy is applied; their remedies can be undone. */
    List<Finding> dealtWith(Predicate<Remedy> isApplied) {
        Set<String> left = findings().stream().map(Finding::code).collect(Collectors.toCollection(HashSet::new));
        return pending
                ? List.of()
                : open.preflight().findings().stream()
                        .filter(finding -> finding.remedy().filter(isApplied).isPresent())
                        .filter(finding -> left.add(finding.code()))
                        .toList();
    }

    /** The check of a neuron as it is fitted, or as it is in the file if it is left out. */
    NeuronCheck neuron(NeuronCheck inTheFile) {
        int id = inTheFile.neuron().id();
        return used.neurons().stream()
                .filter(check -> check.neuron().id() == id)
                .findFirst()
                .orElse(inTheFile);
    }

    /** The report that contains a neuron. */
    SessionScreening with(NeuronCheck neuron) {
        return used.neurons().contains(neuron) ? used : open.preflight();
    }

    /** The facts about the session: name and value. */
    List<Map.Entry<String, String>> facts() {
        Session session = used.session();
        List<Map.Entry<String, String>> facts = new ArrayList<>(List.of(
                Map.entry("File", String.valueOf(session.source().file())),
                Map.entry("Format", session.source().format()),
                Map.entry(
                        "Trials",
                        "%s, %s usable"
                                .formatted(session.trials(), used.quality().usableTrials())),
                Map.entry(
                        "Bins",
                        "%s of %s ms, aligned to %s"
                                .formatted(
                                        session.bins(),
                                        OpenSession.plain(session.time().binMs()),
                                        session.time().event())),
                Map.entry("Neurons", session.neurons().size() + ": " + OpenSession.types(session))));
        if (!leftOut.words().isEmpty()) {
            facts.add(Map.entry("Changed by settings", leftOut.words()));
        }
        String areas = session.areaWords();
        if (!areas.isEmpty()) {
            facts.add(Map.entry("Areas", areas));
        }
        facts.add(Map.entry("Mean rate", OpenSession.rate(used)));
        facts.add(Map.entry(
                "Mean ceiling",
                String.format(
                        Locale.ROOT,
                        "%.2f (split half, %d halvings); a ceiling of %.1f needs about %.0f trials",
                        used.meanCeiling(),
                        used.halvings(),
                        SessionScreening.WANTED_CEILING,
                        used.trialsFor(SessionScreening.WANTED_CEILING))));
        facts.add(Map.entry(
                "Spikes",
                String.format(Locale.ROOT, "%,d in valid bins", used.quality().spikes())));
        return List.copyOf(facts);
    }
}
