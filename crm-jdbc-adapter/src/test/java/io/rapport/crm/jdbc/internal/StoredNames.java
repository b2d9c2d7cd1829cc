package io.rapport.crm.jdbc.internal;

import io.rapport.crm.event.DomainEvent;
import java.util.List;

/** Lets tests see the names under which events are stored. */
public final class StoredNames {

    private StoredNames() {}

    public static List<String> ofEvents() {
        return EventFamily.all().stream()
                .flatMap(family -> family.types().keySet().stream().map(type -> family.name() + "." + type))
                .sorted()
                .toList();
    }

    /** The event in a stored payload. */
    public static DomainEvent event(String name, String payload) {
        String[] parts = name.split("\\.");
        return EventFamily.named(parts[0]).read(new Json(), parts[1], payload);
    }

    /** The payload of an event, as it would be stored. */
    public static String payload(DomainEvent event) {
        return new Json().write(event);
    }
}
