package io.rapport.crm.retention.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;

/** Looks into the outcomes of fits. */
final class Fits {

    private Fits() {}

    static <M extends Serializable> Fitted<M> fitted(Fit<M> fit) {
        assertThat(fit).as(fit.explain()).isInstanceOf(Fitted.class);
        return (Fitted<M>) fit;
    }

    static String reason(Fit<?> fit) {
        assertThat(fit).as(fit.explain()).isInstanceOf(NotIdentifiable.class);
        assertThat(fit.toModel()).isEmpty();
        return ((NotIdentifiable<?>) fit).reason();
    }
}
