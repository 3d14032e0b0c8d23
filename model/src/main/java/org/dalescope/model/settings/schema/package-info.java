/**
 * The description of settings: one annotation per setting defines the form, the command-line key, the JSON and the
 * help.
 */
@NullMarked
package org.dalescope.model.settings.schema;

import org.jspecify.annotations.NullMarked;
