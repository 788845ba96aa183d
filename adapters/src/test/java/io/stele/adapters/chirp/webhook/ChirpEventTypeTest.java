package io.stele.adapters.chirp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChirpEventTypeTest {

    /** Contract §6.2. */
    private static final String[] NAMES = {
        "messages.sms.received", "messages.sms.sent", "messages.sms.delivered", "messages.sms.failed",
        "messages.whatsapp.received", "messages.whatsapp.sent", "messages.whatsapp.delivered", "messages.whatsapp.read",
        "messages.whatsapp.failed", "templates.whatsapp.created", "templates.whatsapp.updated", "templates.whatsapp.deleted",
        "templates.whatsapp.connected", "contacts.whatsapp.created", "contacts.whatsapp.updated", "contacts.whatsapp.deleted",
        "whatsapp.account.connected", "whatsapp.account.disconnected"
    };

    @Test
    void everyEventOfTheContractHasItsName() {
        assertThat(Chirp.NAMES).containsExactlyInAnyOrder(NAMES);
    }

    @Test
    void anEventIsFoundByItsName() {
        assertThat(ChirpEventType.of("messages.whatsapp.read")).contains(ChirpEventType.MESSAGE_READ);
        assertThat(ChirpEventType.of("calls.initiated")).isEmpty();
    }
}
