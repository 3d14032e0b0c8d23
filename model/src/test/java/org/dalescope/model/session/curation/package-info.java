@NullMarked
package org.dalescope.model.session.curation;

import org.jspecify.annotations.NullMarked;
