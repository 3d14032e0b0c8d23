@NullMarked
package org.dalescope.app.ui.jobs;

import org.jspecify.annotations.NullMarked;
