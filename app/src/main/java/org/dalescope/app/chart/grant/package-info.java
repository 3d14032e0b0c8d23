/** The grant figure of a suite: five panels on one page of 180 x 130 mm. */
@NullMarked
package org.dalescope.app.chart.grant;

import org.jspecify.annotations.NullMarked;
