/** Charts of analyses, made from their tables alone. */
@NullMarked
package org.dalescope.app.chart.analysis;

import org.jspecify.annotations.NullMarked;
