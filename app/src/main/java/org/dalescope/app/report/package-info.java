/** HTML reports of sessions, runs and suites, with figures as files. */
@NullMarked
package org.dalescope.app.report;

import org.jspecify.annotations.NullMarked;
