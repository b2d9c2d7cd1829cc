package io.rapport.crm.retention.value;

import java.io.Serializable;
import java.util.Optional;

/**
 * The outcome of a maximum-likelihood fit: a model, or the reason why the data cannot tell one.
 *
 * @param <M> the model
 */
public sealed interface Fit<M extends Serializable> extends Serializable permits Fitted, NotIdentifiable {

    /** The model; empty if the data identify none. */
    Optional<M> toModel();

    /** The outcome in English. */
    String explain();
}
