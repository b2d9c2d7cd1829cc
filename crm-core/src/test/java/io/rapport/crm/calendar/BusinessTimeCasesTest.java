package io.rapport.crm.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of business time, each shown by worked cases. */
class BusinessTimeCasesTest {

    static Stream<BusinessTimeCase> cases() {
        return BusinessTimeCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_calendar_answers_by_the_rule(BusinessTimeCase worked) {
        assertThat(worked.ask()).isEqualTo(worked.answer());
    }
}
