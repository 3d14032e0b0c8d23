package org.dalescope.app.ui.library;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.library.RunEntry;
import org.dalescope.model.library.RunFacts;
import org.dalescope.model.run.comparison.RunTitle;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;

/** The titles of the runs in the library's list: what tells runs of one session apart. Each preset is read once. */
final class RunTitles {
    private final Map<String, Optional<Map<String, String>>> presets = new HashMap<>();

    /** The title, such as "default, tau learned unit, seed 1"; empty for a run whose facts cannot be read. */
    String of(RunEntry run) {
        return run.facts()
                .filter(facts -> !facts.preset().isEmpty() && !run.settings().isEmpty())
                .map(facts -> of(run, facts))
                .orElse("");
    }

    private String of(RunEntry run, RunFacts facts) {
        Optional<Map<String, String>> known = presets.computeIfAbsent(facts.preset(), name -> Preset.find(name)
                .map(preset -> Configuration.schema().texts(preset.configuration())));
        return RunTitle.of(run.settings(), facts.preset(), known, facts.seed());
    }
}
