@NullMarked
package org.dalescope.model.session.files;

import org.jspecify.annotations.NullMarked;
