package io.rapport.crm.validation;

import static io.rapport.crm.validation.CommandAgreement.assertAgreed;

import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.ExternalId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A host's framework that checks an identifier by its constraints, and the identifier itself, accept the same. */
class IdAgreementProperties extends AgreementProperties {

    @Property
    void a_key_of_another_system(@ForAll("texts64") String system, @ForAll("texts190") String key) {
        assertAgreed(ExternalId.class, system, key);
    }

    @Property
    void a_command_key(@ForAll("texts190") String key) {
        assertAgreed(CommandKey.class, key);
    }

    @Property
    void an_actor(@ForAll("texts64") String actor) {
        assertAgreed(Actor.class, actor);
    }
}
