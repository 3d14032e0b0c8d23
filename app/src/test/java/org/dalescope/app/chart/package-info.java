/** Charts are drawn into images and looked at by their pixels. */
@NullMarked
package org.dalescope.app.chart;

import org.jspecify.annotations.NullMarked;
