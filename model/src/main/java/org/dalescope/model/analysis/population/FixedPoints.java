package org.dalescope.model.analysis.population;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.analysis.circuit.ConstantInputDynamics;
import org.dalescope.model.math.linear.EigenvalueSpectrum;

/** The distinct fixed and slow points of a network under one constant drive, searched from several states. */
final class FixedPoints {
    /** Points closer than this, relative to 1 + |x|, count as the same point. */
    private static final double SAME = 1e-4;

    private FixedPoints() {}

    /**
     * A point that was found.
     *
     * @param starts number of searches that ended here
     * @param spectrum of J at the point
     */
    record Found(FixedPointSearch.Point point, int starts, EigenvalueSpectrum spectrum) {}

    /**
     * The points in descending order of the number of searches that ended there. Searches that did not converge are
     * left out.
     */
    static List<Found> of(List<double[]> starts, ConstantInputDynamics recurrence) {
        List<FixedPointSearch.Point> points = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (double[] start : starts) {
            FixedPointSearch.Point point = FixedPointSearch.from(start, recurrence);
            if (point.ending() == FixedPointSearch.Ending.LOST) {
                continue;
            }
            int known = 0;
            while (known < points.size() && !same(points.get(known), point)) {
                known++;
            }
            if (known == points.size()) {
                points.add(point);
                counts.add(1);
            } else {
                counts.set(known, counts.get(known) + 1);
            }
        }
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double[] jacobian = ConstantInputDynamics.jacobian(
                    recurrence.network(), points.get(i).x());
            found.add(new Found(
                    points.get(i),
                    counts.get(i),
                    EigenvalueSpectrum.of(jacobian, recurrence.network().size())));
        }
        found.sort((a, b) -> Integer.compare(b.starts(), a.starts()));
        return List.copyOf(found);
    }

    private static boolean same(FixedPointSearch.Point a, FixedPointSearch.Point b) {
        double distance = 0;
        double size = 0;
        for (int i = 0; i < a.x().length; i++) {
            distance += (a.x()[i] - b.x()[i]) * (a.x()[i] - b.x()[i]);
            size += a.x()[i] * a.x()[i];
        }
        return a.ending() == b.ending() && Math.sqrt(distance) < SAME * (1 + Math.sqrt(size));
    }
}
