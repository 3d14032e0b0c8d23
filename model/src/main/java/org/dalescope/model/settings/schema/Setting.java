package org.dalescope.model.settings.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The annotation that describes a setting, placed on a record component of type int, double, boolean, String or an
 * enum.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Setting {
    /** The label in a form. */
    String label();

    /** The effect of the setting and what is known about it, in one or two sentences. */
    String help();

    /** The default, written as on the command line. */
    String value();

    /** The unit, empty for pure numbers. */
    String unit() default "";

    /** Smallest legal value of a number. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Largest legal value of a number. */
    double max() default Double.POSITIVE_INFINITY;

    /** Whether {@link #min} itself is rejected. */
    boolean above() default false;

    /**
     * Whether the value names neurons, trials, channels or factors of one session, so that it has no meaning, or
     * another meaning, in another session.
     */
    boolean ofSession() default false;

    /**
     * Conditions under which the setting has no effect; the first that holds is the reason that is given. Each is a list of comparisons
     * with other settings, such as {@code loss.trial.enabled=on & loss.trial.matching=exact}, with {@code =}, {@code !=}, {@code <} or
     * {@code >}, and after a semicolon a note that says why.
     */
    String[] noEffect() default {};

    /** Whether the setting has no effect when the fit is given a split. */
    boolean unlessSplitGiven() default false;
}
