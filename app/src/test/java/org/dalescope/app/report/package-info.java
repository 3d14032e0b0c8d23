@NullMarked
package org.dalescope.app.report;

import org.jspecify.annotations.NullMarked;
