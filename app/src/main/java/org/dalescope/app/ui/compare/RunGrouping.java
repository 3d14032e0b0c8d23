package org.dalescope.app.ui.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.library.RunEntry;

/** A rule that groups the runs in the compare view; the curves of a group are drawn as mean and band. */
public enum RunGrouping {
    NONE("every run separately"),
    ARM("by arm of the suite"),
    TAG("by first tag"),
    PRESET("by preset");

    private final String words;

    RunGrouping(String words) {
        this.words = words;
    }

    /** The groups in the order in which their first runs were chosen. */
    Map<String, List<ComparedRun>> of(List<ComparedRun> runs) {
        Map<String, List<ComparedRun>> groups = new LinkedHashMap<>();
        runs.forEach(run -> groups.computeIfAbsent(name(run.entry()), key -> new ArrayList<>())
                .add(run));
        return groups;
    }

    private String name(RunEntry run) {
        return switch (this) {
            case NONE -> run.name();
            case ARM ->
                run.place().map(place -> place.suite() + " / " + place.arm()).orElse("not in a suite");
            case TAG -> run.tags().isEmpty() ? "without tag" : run.tags().getFirst();
            case PRESET -> run.preset();
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
