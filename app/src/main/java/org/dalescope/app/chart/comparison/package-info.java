/** Charts that compare runs or the arms of a suite. */
@NullMarked
package org.dalescope.app.chart.comparison;

import org.jspecify.annotations.NullMarked;
