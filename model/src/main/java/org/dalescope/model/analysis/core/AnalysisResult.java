package org.dalescope.model.analysis.core;

import java.util.List;
import org.dalescope.model.common.Finding;

/**
 * What an analysis found.
 *
 * @param notes what a reader must know before believing it
 */
public record AnalysisResult(
        String name, String title, List<Statistic> statistics, List<Table> tables, List<Finding> notes) {}
