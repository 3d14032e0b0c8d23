/** Charts of a session before a fit. */
@NullMarked
package org.dalescope.app.chart.session;

import org.jspecify.annotations.NullMarked;
