/**
 * Background work of the window: tasks on other threads, requests of which only the newest counts, and periodic
 * updates.
 */
@NullMarked
package org.dalescope.app.ui.task;

import org.jspecify.annotations.NullMarked;
