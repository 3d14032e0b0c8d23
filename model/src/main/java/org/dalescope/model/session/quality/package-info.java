/** What a person should know about a session before fitting it. */
@NullMarked
package org.dalescope.model.session.quality;

import org.jspecify.annotations.NullMarked;
