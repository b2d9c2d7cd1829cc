package io.rapport.crm.loyalty.earning;

import java.util.Optional;

/**
 * Why a rule gave nothing, in all or on a line.
 *
 * @param line the place of the line from 0, or empty for the whole rule
 */
public record PassedOver(String rule, Optional<Integer> line, Reason reason) {

    /** Why. */
    public enum Reason {
        /** It is for another event, or for orders. */
        OTHER_ACTIVITY,
        /** Its campaign has not begun, or is over. */
        OUTSIDE_WINDOW,
        /** The order is worth less than the rule asks for. */
        BELOW_MINIMUM,
        /** It, or the program, excludes what was bought. */
        EXCLUDED,
        /** A rule before it was the last to be executed. */
        STOPPED
    }
}
