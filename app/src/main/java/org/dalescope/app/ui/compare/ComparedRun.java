package org.dalescope.app.ui.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dalescope.app.chart.fit.NeuronFit;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.model.library.RunEntry;
import org.dalescope.model.library.RunFacts;
import org.dalescope.model.session.NeuronType;

/** A run in the view that compares runs: its entry in the library and a snapshot of its folder. */
public record ComparedRun(RunEntry entry, RunSnapshot picture) {
    /** A running fit is read again this many times over all its epochs. */
    private static final int READS_PER_FIT = 50;

    public String name() {
        return entry.name();
    }

    /** The r of every neuron by its id; empty before the run is scored. */
    public Map<Integer, Double> r() {
        Map<Integer, Double> r = new LinkedHashMap<>();
        picture.neurons().forEach(neuron -> r.put(neuron.id(), neuron.r()));
        return r;
    }

    /** The type of every neuron by its id. */
    public Map<Integer, NeuronType> types() {
        Map<Integer, NeuronType> types = new LinkedHashMap<>();
        for (NeuronFit neuron : picture.neurons()) {
            types.put(neuron.id(), neuron.type());
        }
        return types;
    }

    /** Whether both runs have the same session and split, so that their neurons and scored trials are the same. */
    public boolean isComparableWith(ComparedRun other) {
        return entry.facts()
                .flatMap(mine -> other.entry.facts().map((RunFacts its) -> mine.comparableWith(its)))
                .orElse(false);
    }

    /** Whether the run's folder has changed since it was read. */
    boolean isOlderThan(RunEntry now) {
        boolean further = now.isRunning() && (now.epoch() - entry.epoch()) * READS_PER_FIT >= now.epochs();
        return !entry.facts().equals(now.facts()) || !entry.score().equals(now.score()) || further;
    }

    ComparedRun with(RunEntry now) {
        return new ComparedRun(now, picture);
    }
}
