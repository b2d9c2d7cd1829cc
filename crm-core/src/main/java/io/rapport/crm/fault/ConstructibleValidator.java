package io.rapport.crm.fault;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraintvalidation.SupportedValidationTarget;
import jakarta.validation.constraintvalidation.ValidationTarget;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Asks the constructor itself. Made by the validation provider. */
@SupportedValidationTarget(ValidationTarget.PARAMETERS)
public final class ConstructibleValidator implements ConstraintValidator<Constructible, Object[]> {

    private @Nullable Constructor<? extends Record> constructor;

    /** For the validation provider. */
    public ConstructibleValidator() {}

    @Override
    public void initialize(Constructible constraint) {
        Class<?>[] types = Arrays.stream(constraint.value().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            constructor = constraint.value().getDeclaredConstructor(types);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("every record has a canonical constructor", impossible);
        }
    }

    @Override
    public boolean isValid(Object[] parameters, ConstraintValidatorContext context) {
        try {
            Require.present("constructor", constructor).newInstance(parameters);
            return true;
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof InvalidInputException refused) {
                say(context, refused);
                return false;
            }
            throw new IllegalStateException("a command refuses with InvalidInputException only", thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("the constructor of a command is public", impossible);
        }
    }

    private static void say(ConstraintValidatorContext context, InvalidInputException refused) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(plain(refused.getMessage()))
                .addConstraintViolation();
    }

    /** What a refusal says is text, not a message template with expressions. */
    private static String plain(@Nullable String message) {
        return String.valueOf(message).replaceAll("([\\\\{}$])", "\\\\$1");
    }
}
