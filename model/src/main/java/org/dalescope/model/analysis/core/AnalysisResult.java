package org.dalescope.model.analysis.core;

import java.util.List;
import org.dalescope.model.common.Finding;

/**
 * The result of an analysis: statistics, tables and notes.
 *
 * @param notes findings that a reader must know to interpret the result
 */
public record AnalysisResult(
        String name, String title, List<Statistic> statistics, List<Table> tables, List<Finding> notes) {}
