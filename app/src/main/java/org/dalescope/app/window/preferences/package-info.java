/** What holds for every start: which libtorch computes, on which devices, and where the program keeps its files. */
@NullMarked
package org.dalescope.app.window.preferences;

import org.jspecify.annotations.NullMarked;
