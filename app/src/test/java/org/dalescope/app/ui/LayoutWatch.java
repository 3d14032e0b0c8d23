package org.dalescope.app.ui;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * Counts what a scene lays out, and names it. It asks for no pulse itself. JavaFX takes the mark "needs layout" off a node just
 * before it lays the node out; a mark that stays, on a node that nothing reaches, is no layout.
 */
final class LayoutWatch {
    private final Scene scene;
    private final Runnable newcomers = this::pulse;
    private final Set<Parent> watched = new HashSet<>();
    private final ChangeListener<Boolean> marks = (mark, before, now) -> {
        if (before && !now) {
            laidOut((Parent) ((javafx.beans.property.ReadOnlyProperty<?>) mark).getBean());
        }
    };
    private final TreeMap<String, Integer> counts = new TreeMap<>();
    private long lastNs = System.nanoTime();
    private int pulses;

    /** Begins to count. To be called on the window's thread, as every method here. */
    LayoutWatch(Scene scene) {
        this.scene = scene;
        watchAll();
        scene.addPreLayoutPulseListener(newcomers);
    }

    /** Forgets what was laid out. */
    void reset() {
        counts.clear();
    }

    /** How often a node was laid out, of all nodes together, since the beginning or the last {@link #reset}. */
    int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Pulses so far: in each of them, what wants a layout gets it. */
    int pulses() {
        return pulses;
    }

    void stop() {
        scene.removePreLayoutPulseListener(newcomers);
        watched.forEach(node -> node.needsLayoutProperty().removeListener(marks));
    }

    /** Time since something was last laid out, in ms. */
    double quietMs() {
        return (System.nanoTime() - lastNs) / 1e6;
    }

    /** How often each node was laid out. */
    @Override
    public String toString() {
        return "laid out: " + counts;
    }

    private void pulse() {
        pulses++;
        watchAll();
    }

    private void watchAll() {
        watch(scene.getRoot());
    }

    private void watch(Parent parent) {
        if (watched.add(parent)) {
            parent.needsLayoutProperty().addListener(marks);
        }
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Parent inner) {
                watch(inner);
            }
        }
    }

    private void laidOut(Parent node) {
        lastNs = System.nanoTime();
        counts.merge(node.getClass().getSimpleName() + "#" + node.getId() + node.getStyleClass(), 1, Integer::sum);
    }
}
