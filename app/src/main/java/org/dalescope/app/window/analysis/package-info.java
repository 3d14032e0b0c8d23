/** What the analyses find in the run on show and its sibling seeds: computed when asked for, in the background. */
@NullMarked
package org.dalescope.app.window.analysis;

import org.jspecify.annotations.NullMarked;
