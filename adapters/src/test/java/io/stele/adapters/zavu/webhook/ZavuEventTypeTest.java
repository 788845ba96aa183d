package io.stele.adapters.zavu.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ZavuEventTypeTest {

    /** Contract §4.3, and the name that older clients have for a reaction. */
    private static final String[] NAMES = {
        "message.queued", "message.sent", "message.delivered", "message.read", "message.failed", "message.inbound",
        "message.status", "message.unsupported", "broadcast.status_changed", "conversation.new", "template.status_changed",
        "invitation.status_changed", "call.initiated", "call.answered", "call.completed", "call.failed", "domain.verified",
        "domain.failed", "message.reaction"
    };

    @Test
    void everyEventOfTheContractHasItsName() {
        assertThat(Zavu.NAMES).containsExactlyInAnyOrder(NAMES);
    }

    @Test
    void anEventIsFoundByItsName() {
        assertThat(ZavuEventType.of("conversation.new")).contains(ZavuEventType.CONVERSATION_NEW);
        assertThat(ZavuEventType.of("CONVERSATION_NEW")).isEmpty();
    }
}
