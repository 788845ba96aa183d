package io.stele.graphstub.client;

/**
 * Whom a webhook is for.
 *
 * @param account the WhatsApp Business Account's id
 * @param digits the number's digits
 * @param numberId its {@code phone_number_id}
 */
public record Business(String account, String digits, String numberId) {}
