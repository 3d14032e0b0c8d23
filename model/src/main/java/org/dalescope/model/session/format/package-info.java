/**
 * The interface and the shared parts of all file formats: the reading request, the file's contents, mappings as JSON,
 * and checks of spike clocks.
 */
@NullMarked
package org.dalescope.model.session.format;

import org.jspecify.annotations.NullMarked;
