package org.dalescope.app.chart.analysis;

import java.util.List;

/**
 * A choice that the user can make in the charts of an analysis.
 *
 * @param name such as "factor"
 * @param options the options; the first is the default
 */
public record ChartChoice(String name, List<String> options) {}
