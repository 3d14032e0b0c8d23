package org.dalescope.model.analysis.selectivity;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.session.Session;

/**
 * The trials of an analysis in ascending order of their ids, joined by id between session and networks.
 *
 * @param positions of the trials in the session
 * @param rows of the trials in the rates of the networks
 */
record AnalysedTrials(int[] positions, int[] rows) {
    /**
     * Joins trials.
     *
     * @param given ids of the trials in the order of the networks' rates
     */
    static AnalysedTrials of(Session session, int[] given) {
        Map<Integer, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < given.length; row++) {
            rowOf.put(given[row], row);
        }
        int[] ids = IntStream.of(given).sorted().toArray();
        return new AnalysedTrials(
                session.positions(ids), IntStream.of(ids).map(rowOf::get).toArray());
    }
}
