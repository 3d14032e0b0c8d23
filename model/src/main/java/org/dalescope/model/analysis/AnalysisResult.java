package org.dalescope.model.analysis;

import java.util.List;
import org.dalescope.model.session.quality.Finding;

/**
 * What an analysis found.
 *
 * @param notes what a reader must know before believing it
 */
public record AnalysisResult(
        String name, String title, List<Statistic> statistics, List<Table> tables, List<Finding> notes) {}
