package io.stele.adapters.zavu;

import io.stele.contracts.zavu.ZavuConversation;
import io.stele.core.conversation.Conversation;
import io.stele.core.conversation.ConversationThread;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Shows threads as Zavu's conversations. */
@Mapper(uses = ZavuConversions.class)
public interface ZavuConversationMapper {

    /** The thread as a resource. */
    @Mapping(target = "contactIdentifier", source = "address")
    @Mapping(target = "senderId", source = "sender")
    @Mapping(target = "email", source = "address", qualifiedByName = "email")
    @Mapping(target = "whatsapp", source = "address", qualifiedByName = "whatsapp")
    @Mapping(target = "group", ignore = true)
    @Mapping(target = "lastMessage", source = "last")
    ZavuConversation toWire(ConversationThread thread);

    /** The newest message; its text is empty when it has none. */
    @Mapping(target = "text", source = "text", defaultValue = "")
    ZavuConversation.LastMessage toWire(Conversation.LastMessage last);
}
