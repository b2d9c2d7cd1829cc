package io.rapport.crm.ticket;

import io.rapport.crm.staff.RoutingChoice;

/**
 * A ticket after routing.
 *
 * @param ticket assigned to the one who was chosen; as it was if nobody was
 * @param choice who was chosen, and why each candidate was or was not; to be kept for training needs
 */
public record RoutedTicket(Ticket ticket, RoutingChoice choice) {}
