/** What every file format implements and shares: the reading request, the file's contents, mappings as JSON, and checks of spike clocks. */
@NullMarked
package org.dalescope.model.session.format;

import org.jspecify.annotations.NullMarked;
