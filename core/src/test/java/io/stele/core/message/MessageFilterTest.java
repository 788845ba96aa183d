package io.stele.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.Channel;
import io.stele.core.example.Examples;
import io.stele.core.project.AppId;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageFilterTest {

    private static final UUID THREAD = new UUID(0, 4);
    private static final UUID CONVERSATION = new UUID(0, 5);
    private static final AppId APP = new AppId(Examples.endpointId(Channel.SMS).value());

    @Test
    void whatIsAskedForIsTheFilter() {
        MessageFilter filter = MessageFilter.builder()
                .on(Channel.WHATSAPP)
                .through(Examples.endpointId(Channel.WHATSAPP))
                .of(APP)
                .inThread(THREAD)
                .inConversation(CONVERSATION)
                .going(Direction.INBOUND)
                .withStatus(Set.of(Status.READ))
                .ofKind(Set.of(ContentKind.IMAGE))
                .ofUnsupportedKind("pin")
                .to(Examples.THEIRS)
                .withContact(Examples.OURS)
                .contactContaining("346")
                .withMedia(true)
                .since(Examples.NOW)
                .until(Examples.NOW.plusSeconds(1))
                .latest()
                .build();

        assertThat(filter)
                .isEqualTo(new MessageFilter(
                        Channel.WHATSAPP,
                        Examples.endpointId(Channel.WHATSAPP),
                        APP,
                        THREAD,
                        CONVERSATION,
                        Direction.INBOUND,
                        Set.of(Status.READ),
                        Set.of(ContentKind.IMAGE),
                        "pin",
                        Examples.THEIRS,
                        Examples.OURS,
                        "346",
                        true,
                        Examples.NOW,
                        Examples.NOW.plusSeconds(1),
                        true));
    }

    @Test
    void withoutAnythingAskedForEveryMessageIsWanted() throws ReflectiveOperationException {
        assertThat(MessageFilter.builder().build()).isEqualTo(MessageFilter.ALL);
        for (RecordComponent part : MessageFilter.class.getRecordComponents()) {
            assertThat(part.getAccessor().invoke(MessageFilter.ALL)).as(part.getName()).isIn(null, Set.of(), false);
        }
    }
}
