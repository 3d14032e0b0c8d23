@NullMarked
package org.dalescope.app.chart.analysis;

import org.jspecify.annotations.NullMarked;
