/** The rules of customer relations: aggregates, calculators, ports and an in-memory store. */
module io.rapport.crm.core {
    requires transitive jakarta.validation;
    requires transitive org.joda.money;
    requires transitive org.jspecify;
    requires com.github.f4b6a3.uuid;
    requires com.google.common;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires org.slf4j;
    requires static de.focus_shift.jollyday.core;

    exports io.rapport.crm.calendar.jollyday;
    exports io.rapport.crm.calendar;
    exports io.rapport.crm.customer;
    exports io.rapport.crm.event;
    exports io.rapport.crm.fault;
    exports io.rapport.crm.id;
    exports io.rapport.crm.imports;
    exports io.rapport.crm.interaction;
    exports io.rapport.crm.loyalty.earning;
    exports io.rapport.crm.loyalty.household;
    exports io.rapport.crm.loyalty.referral;
    exports io.rapport.crm.loyalty.reward;
    exports io.rapport.crm.loyalty.tier;
    exports io.rapport.crm.loyalty;
    exports io.rapport.crm.playbook;
    exports io.rapport.crm.purchase;
    exports io.rapport.crm.retention.health;
    exports io.rapport.crm.retention.rfm;
    exports io.rapport.crm.retention.survival;
    exports io.rapport.crm.retention.value;
    exports io.rapport.crm.retention;
    exports io.rapport.crm.satisfaction;
    exports io.rapport.crm.staff;
    exports io.rapport.crm.store.memory;
    exports io.rapport.crm.store;
    exports io.rapport.crm.ticket.returns;
    exports io.rapport.crm.ticket.sla;
    exports io.rapport.crm.ticket;
    exports io.rapport.crm;
}
