/** All settings of a fit as annotated records, the presets, and the checks that concern several settings. */
@NullMarked
package org.dalescope.model.settings;

import org.jspecify.annotations.NullMarked;
