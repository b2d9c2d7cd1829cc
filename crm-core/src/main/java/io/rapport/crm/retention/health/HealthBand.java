package io.rapport.crm.retention.health;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

/**
 * A band of scores with a name.
 *
 * @param name at most 100 characters
 * @param from the lowest score that belongs to it
 */
public record HealthBand(String name, double from) implements Serializable {

    public HealthBand {
        Require.text("name", name, 100);
        Require.that(from >= 0 && from <= 100, "from", "is not between 0 and 100", "give a score");
    }
}
