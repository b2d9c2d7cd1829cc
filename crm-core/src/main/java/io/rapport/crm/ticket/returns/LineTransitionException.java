package io.rapport.crm.ticket.returns;

import com.google.common.collect.Maps;
import io.rapport.crm.fault.CrmException;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Fewer units of a returned line are in the state that a verb takes them from than were asked for. Names the return, the
 * line, the states that its units are in, and the verb. Nothing was written.
 */
public final class LineTransitionException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient ReturnId id;
    private final int line;
    private final transient Map<LineState, Integer> quantities;
    private final String verb;
    private final int asked;
    private final int possible;

    LineTransitionException(
            ReturnId id,
            int line,
            Map<LineState, Integer> quantities,
            String verb,
            int asked,
            int possible,
            String remedy) {
        super(id + " line " + line + " has " + described(quantities) + " and cannot " + verb + " " + asked + ": "
                + remedy);
        this.id = id;
        this.line = line;
        this.quantities = Maps.immutableEnumMap(quantities);
        this.verb = verb;
        this.asked = asked;
        this.possible = possible;
    }

    public ReturnId id() {
        return id;
    }

    /** The line of the return, from 0. */
    public int line() {
        return line;
    }

    /** How many units of the line are in which state. */
    public Map<LineState, Integer> quantities() {
        return quantities;
    }

    /** The verb that was refused. */
    public String verb() {
        return verb;
    }

    /** How many units the verb was asked for. */
    public int asked() {
        return asked;
    }

    /** How many units it could have taken. */
    public int possible() {
        return possible;
    }

    private static String described(Map<LineState, Integer> quantities) {
        return Maps.immutableEnumMap(quantities).entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
