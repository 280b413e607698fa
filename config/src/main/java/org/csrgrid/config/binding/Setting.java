package org.csrgrid.config.binding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares one setting on a record component. The declaration is all there is: the key, the environment variable, the
 * default, the check and the row in the documentation follow from it.
 *
 * <p>The key is the path of component names in kebab case ({@code grid.cluster-name}); the component's type decides
 * which texts fit. On a component that is itself a record the description heads that section of the documentation.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {
    /** What the setting means to the person who sets it: one sentence without a full stop. */
    String description();

    /** The text used when no source gives one; empty for an absent optional, an unset secret or an empty list. */
    String defaultValue() default "";

    /** The smallest value accepted, written like a value of the component's type; empty for no limit. */
    String min() default "";

    /** The largest value accepted, written like a value of the component's type; empty for no limit. */
    String max() default "";

    /** For durations handed on to a neighbour that counts in seconds: refuses fractions instead of rounding them. */
    boolean wholeSeconds() default false;
}
