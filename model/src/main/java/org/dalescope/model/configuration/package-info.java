/** Everything a fit can be told, as annotated records, with presets and the checks that span several settings. */
@NullMarked
package org.dalescope.model.configuration;

import org.jspecify.annotations.NullMarked;
