/**
 * Lists the runs and suites of a folder, with search, order, notes and trash. This package depends on runs and suites
 * because it lists both.
 */
@NullMarked
package org.dalescope.model.library;

import org.jspecify.annotations.NullMarked;
