@NullMarked
package org.dalescope.app.chart;

import org.jspecify.annotations.NullMarked;
