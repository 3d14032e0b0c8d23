@NullMarked
package org.dalescope.app.chart.comparison;

import org.jspecify.annotations.NullMarked;
