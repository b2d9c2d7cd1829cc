package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Optional;

/**
 * The data do not determine the model: the likelihood has no maximum inside the parameters' range, or so flat a one
 * that any value would do.
 *
 * @param reason why, such as "no customer purchased again"
 * @param <M> the model that was to be fitted
 */
public record NotIdentifiable<M extends Serializable>(String reason) implements Fit<M> {

    public NotIdentifiable {
        Require.text("reason", reason, 500);
    }

    @Override
    public Optional<M> toModel() {
        return Optional.empty();
    }

    @Override
    public String explain() {
        return "Not identifiable: " + reason + ".";
    }
}
