package io.rapport.crm.fault;

import static java.lang.annotation.ElementType.CONSTRUCTOR;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The parameters of a record's canonical constructor fit together. Stands on the constructor of a command that has a rule
 * across several fields, so that a validator that checks constructor parameters finds what the constructor would refuse.
 */
@Documented
@Target(CONSTRUCTOR)
@Retention(RUNTIME)
@Constraint(validatedBy = ConstructibleValidator.class)
public @interface Constructible {

    /** The record whose canonical constructor this is. */
    Class<? extends Record> value();

    String message() default "{io.rapport.crm.fault.Constructible.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
