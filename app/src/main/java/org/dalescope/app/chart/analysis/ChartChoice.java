package org.dalescope.app.chart.analysis;

import java.util.List;

/**
 * Something that a person chooses in an analysis' charts.
 *
 * @param name such as "factor"
 * @param options the first is shown unless another is chosen
 */
public record ChartChoice(String name, List<String> options) {}
