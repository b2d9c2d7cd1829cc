package io.rapport.crm.loyalty;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked cases of ledger-cases.txt, on a CRM in memory; afterwards every account is computed anew. */
class LedgerTimelinesTest {

    static Stream<LedgerCase> cases() {
        return LedgerCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void all_figures_are_as_the_case_says(LedgerCase worked) {
        new LedgerCaseRun(worked).play(1, false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void they_are_the_same_when_every_step_is_told_twice(LedgerCase worked) {
        new LedgerCaseRun(worked).play(2, false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void they_are_the_same_when_a_sweep_runs_before_each_line(LedgerCase worked) {
        new LedgerCaseRun(worked).play(1, true);
    }
}
