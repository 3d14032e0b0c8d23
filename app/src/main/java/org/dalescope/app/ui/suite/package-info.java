/** The view of a suite: its setup, its progress, the comparison of its arms, and its fits. */
@NullMarked
package org.dalescope.app.ui.suite;

import org.jspecify.annotations.NullMarked;
