@NullMarked
package org.dalescope.app.chart.fit;

import org.jspecify.annotations.NullMarked;
