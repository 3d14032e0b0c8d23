package org.dalescope.app.chart;

import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.session.NeuronType;

/** How a matrix of units or neurons that are ordered by type is drawn. */
public final class TypeOrder {
    private TypeOrder() {}

    /** The positions at which another type begins. */
    public static List<Integer> borders(List<NeuronType> types) {
        return IntStream.range(1, types.size())
                .filter(i -> types.get(i) != types.get(i - 1))
                .boxed()
                .toList();
    }

    /** The order in words. */
    public static String words(List<NeuronType> types) {
        return types.contains(NeuronType.UNKNOWN) ? "E, I, unknown" : "E before I";
    }
}
