/** Lists the runs and suites of a folder: search, order, notes and trash. It stands above runs and suites because it lists both. */
@NullMarked
package org.dalescope.model.library;

import org.jspecify.annotations.NullMarked;
