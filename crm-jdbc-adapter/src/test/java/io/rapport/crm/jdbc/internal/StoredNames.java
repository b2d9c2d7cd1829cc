package io.rapport.crm.jdbc.internal;

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
}
