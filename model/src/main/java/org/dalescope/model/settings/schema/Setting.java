package org.dalescope.model.settings.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The single description of a setting; it stands on a record component whose type is int, double, boolean, String or an enum. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Setting {
    /** What a form calls it. */
    String label();

    /** What it does and what is known about it, in a sentence or two. */
    String help();

    /** The default, written as on the command line. */
    String value();

    /** The unit, empty for pure numbers. */
    String unit() default "";

    /** Smallest legal value of a number. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Largest legal value of a number. */
    double max() default Double.POSITIVE_INFINITY;

    /** Whether {@link #min} itself is refused. */
    boolean above() default false;

    /**
     * Whether the value names neurons, trials, channels or factors of one session, so that it means nothing, or something else, in
     * another session.
     */
    boolean ofSession() default false;
}
