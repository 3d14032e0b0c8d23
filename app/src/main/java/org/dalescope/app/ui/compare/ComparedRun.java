package org.dalescope.app.ui.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dalescope.app.chart.fit.NeuronFit;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.model.library.RunEntry;
import org.dalescope.model.library.RunFacts;
import org.dalescope.model.session.NeuronType;

/** A run of the comparison, as the library lists it and as its folder tells it. */
public record ComparedRun(RunEntry entry, RunSnapshot picture) {
    /** A running fit is read again after this share of its epochs. */
    private static final int READS_PER_FIT = 50;

    public String name() {
        return entry.name();
    }

    /** r by neuron id; empty before the run is scored. */
    public Map<Integer, Double> r() {
        Map<Integer, Double> r = new LinkedHashMap<>();
        picture.neurons().forEach(neuron -> r.put(neuron.id(), neuron.r()));
        return r;
    }

    /** Type by neuron id. */
    public Map<Integer, NeuronType> types() {
        Map<Integer, NeuronType> types = new LinkedHashMap<>();
        for (NeuronFit neuron : picture.neurons()) {
            types.put(neuron.id(), neuron.type());
        }
        return types;
    }

    /** Whether both are of one session and one split, so that neurons and scored trials are the same. */
    public boolean isComparableWith(ComparedRun other) {
        return entry.facts()
                .flatMap(mine -> other.entry.facts().map((RunFacts its) -> mine.comparableWith(its)))
                .orElse(false);
    }

    /** Whether its folder says something else by now. */
    boolean isOlderThan(RunEntry now) {
        boolean further = now.isRunning() && (now.epoch() - entry.epoch()) * READS_PER_FIT >= now.epochs();
        return !entry.facts().equals(now.facts()) || !entry.score().equals(now.score()) || further;
    }

    ComparedRun with(RunEntry now) {
        return new ComparedRun(now, picture);
    }
}
