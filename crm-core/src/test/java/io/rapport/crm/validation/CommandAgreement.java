package io.rapport.crm.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.fault.InvalidInputException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Compares what the constraints on a command's components find with what its constructor does, for one set of arguments.
 * A property calls it with arguments from everywhere around the limits; the generators for that are here too.
 */
public final class CommandAgreement {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();
    private static final String WHITE_SPACE = " \t\n\u00a0\u2003\u3000\u0000";

    private CommandAgreement() {}

    /**
     * Fails unless the validator finds no violation exactly when the canonical constructor accepts, and none in the
     * command that it made.
     *
     * @param arguments those of the canonical constructor, in order; nulls included, except for primitives
     */
    public static void assertAgreed(Class<? extends Record> command, Object... arguments) {
        Constructor<? extends Record> constructor = canonical(command);
        Set<String> violations = violations(command, constructor, arguments);
        Optional<InvalidInputException> refusal = refusal(constructor, arguments);

        assertThat(violations.isEmpty())
                .as("%s: the validator found %s, the constructor said %s", command.getSimpleName(), violations, refusal)
                .isEqualTo(refusal.isEmpty());
    }

    /** Texts around a limit of {@code max} characters, some of them blank, and null. */
    public static Arbitrary<String> texts(int max) {
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(12),
                        Arbitraries.strings().withChars(WHITE_SPACE).ofMaxLength(3),
                        Arbitraries.of(max - 1, max, max + 1, 2 * max).map("x"::repeat),
                        Arbitraries.of(max, max + 1).map(" "::repeat),
                        Arbitraries.of(max / 2, max / 2 + 1).map("\ud83d\ude00"::repeat))
                .injectNull(0.05);
    }

    /** An optional value, none, and null. */
    public static <T> Arbitrary<Optional<T>> optionals(Arbitrary<T> values) {
        return values.map(Optional::ofNullable).injectNull(0.1);
    }

    /**
     * What the validator finds on the constructor's parameters and, value by value, on the components. Both are asked
     * because the compiler does not carry constraints on type arguments, as in {@code Optional<@Size(max = 190) String>},
     * from a component to the parameter of a compact constructor; a framework sees them on the component only.
     */
    private static Set<String> violations(
            Class<? extends Record> command, Constructor<? extends Record> constructor, Object... arguments) {
        Set<String> found = new TreeSet<>();
        VALIDATOR
                .forExecutables()
                .validateConstructorParameters(constructor, arguments)
                .forEach(violation -> found.add(violation.getPropertyPath() + " " + violation.getMessage()));
        RecordComponent[] components = command.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            VALIDATOR
                    .validateValue(command, components[i].getName(), arguments[i])
                    .forEach(violation -> found.add(violation.getPropertyPath() + " " + violation.getMessage()));
        }
        return found;
    }

    private static Constructor<? extends Record> canonical(Class<? extends Record> command) {
        Class<?>[] types = Arrays.stream(command.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return command.getDeclaredConstructor(types);
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError("every record has a canonical constructor", impossible);
        }
    }

    private static Optional<InvalidInputException> refusal(
            Constructor<? extends Record> constructor, Object... arguments) {
        try {
            Record made = constructor.newInstance(arguments);
            assertThat(VALIDATOR.validate(made)).as("violations in %s", made).isEmpty();
            return Optional.empty();
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof InvalidInputException refused) {
                return Optional.of(refused);
            }
            throw new AssertionError("a constructor refuses with InvalidInputException only", thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError("a command can be made", impossible);
        }
    }
}
