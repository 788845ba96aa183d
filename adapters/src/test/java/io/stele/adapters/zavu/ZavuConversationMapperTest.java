package io.stele.adapters.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.contracts.zavu.ZavuAttachment;
import io.stele.contracts.zavu.ZavuConversation;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.SenderId;
import io.stele.core.conversation.Conversation;
import io.stele.core.conversation.ConversationThread;
import io.stele.core.message.Attachment;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Direction;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ZavuConversationMapperTest {

    private static final ZavuConversationMapper MAPPER = new ZavuConversationMapperImpl();
    private static final Instant AT = Instant.parse("2026-03-02T08:15:00.500Z");

    @Test
    void aThreadIsShownWithItsNewestMessage() {
        assertThat(MAPPER.toWire(thread(new PhoneNumber("+15550102233"), "Hi")))
                .isEqualTo(new ZavuConversation(
                        ZavuIds.text(new UUID(1, 1)),
                        "+15550102233",
                        ZavuIds.text(new UUID(2, 2)),
                        ZavuIds.text(new UUID(3, 3)),
                        List.of("sms", "whatsapp", "email"),
                        null,
                        null,
                        null,
                        new ZavuConversation.LastMessage(
                                ZavuIds.text(Messages.ID), "Hi", "whatsapp", "inbound", "2026-03-02T08:15:00.500Z"),
                        7,
                        2,
                        "2026-03-02T08:15:00.500Z",
                        "2026-03-02T08:15:00.500Z"));
    }

    @Test
    void theTextOfAMessageWithoutWordsIsEmpty() {
        assertThat(MAPPER.toWire(thread(new PhoneNumber("+15550102233"), null)).lastMessage().text())
                .isEmpty();
    }

    @Test
    void whoIsWrittenToByEmailHasAnEmailAddress() {
        assertThat(MAPPER.toWire(thread(new EmailAddress("ada@example.com"), "Hi")).email())
                .isEqualTo("ada@example.com");
    }

    @Test
    void whoHidesTheirNumberHasAnIdOnWhatsApp() {
        assertThat(MAPPER.toWire(thread(new BusinessScopedUserId("US.1349"), "Hi")).whatsapp())
                .isEqualTo(new ZavuConversation.WhatsApp("US.1349", null));
    }

    @Test
    void aFileIsInlineWhenTheHtmlCanNameIt() {
        ZavuAttachmentMapper mapper = new ZavuAttachmentMapperImpl();
        UUID id = new UUID(9, 9);

        assertThat(mapper.toWire(new Attachment(id, "a.png", "image/png", null, 12L, "logo"), "https://x", AT))
                .isEqualTo(new ZavuAttachment(
                        ZavuIds.text(id), "a.png", "image/png", 12, "logo", true, "https://x", "2026-03-02T08:15:00.500Z"));
        assertThat(mapper.toWire(new Attachment(id, "a.pdf", "text/plain", "https://y", null, null), "https://y", AT))
                .isEqualTo(new ZavuAttachment(
                        ZavuIds.text(id), "a.pdf", "text/plain", 0, null, false, "https://y", "2026-03-02T08:15:00.500Z"));
    }

    private static ConversationThread thread(Address address, @Nullable String text) {
        return new ConversationThread(
                new UUID(1, 1),
                new Scope(new ProjectId(new UUID(4, 4)), Mode.LIVE),
                new SenderId(new UUID(3, 3)),
                address,
                new UUID(2, 2),
                null,
                Set.of(Channel.EMAIL, Channel.WHATSAPP, Channel.SMS),
                AT,
                AT,
                AT,
                7,
                2,
                new Conversation.LastMessage(
                        Messages.ID, Direction.INBOUND, Channel.WHATSAPP, null, ContentKind.TEXT, text, AT));
    }
}
