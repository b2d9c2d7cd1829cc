package io.rapport.crm.imports;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.InvalidInputException;

/** What became of a row; field and reason are empty unless it was rejected. */
record Verdict(Outcome outcome, String field, String reason) {

    enum Outcome {
        STORED,
        UNCHANGED,
        REJECTED
    }

    static final Verdict STORED = new Verdict(Outcome.STORED, "", "");
    static final Verdict UNCHANGED = new Verdict(Outcome.UNCHANGED, "", "");

    static Verdict rejected(String field, String reason) {
        return new Verdict(Outcome.REJECTED, field, reason);
    }

    static Verdict rejected(InvalidInputException refused) {
        return rejected(refused.field(), refused.problem() + ": " + refused.remedy());
    }

    static Verdict rejected(AlreadyExistsException refused) {
        return rejected(refused.field(), String.valueOf(refused.getMessage()));
    }
}
