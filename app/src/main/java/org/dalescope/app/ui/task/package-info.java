/** Background work of the window: tasks, latest request wins, and periodic updates. */
@NullMarked
package org.dalescope.app.ui.task;

import org.jspecify.annotations.NullMarked;
