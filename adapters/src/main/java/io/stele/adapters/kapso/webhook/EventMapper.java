package io.stele.adapters.kapso.webhook;

import io.stele.contracts.kapso.Contact;
import io.stele.contracts.kapso.Conversation;
import io.stele.contracts.kapso.Message;
import io.stele.contracts.kapso.MessageExtensions;
import io.stele.contracts.kapso.graph.Media;
import io.stele.contracts.kapso.webhook.EventContact;
import io.stele.contracts.kapso.webhook.EventConversation;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** What the API shows, as webhooks show it. */
@Mapper
interface EventMapper {

    @Mapping(target = "timestamp", source = "timestamp")
    @Mapping(target = "kapso", source = "kapso")
    Message message(Message message, String timestamp, MessageExtensions kapso);

    @Mapping(target = "status", source = "status")
    @Mapping(target = "processingStatus", source = "processingStatus")
    MessageExtensions extensions(@Nullable MessageExtensions kapso, String status, String processingStatus);

    @Mapping(target = "status", source = "status")
    @Mapping(target = "contactName", source = "contactName")
    EventConversation conversation(Conversation conversation, String status, @Nullable String contactName);

    EventContact contact(Contact contact, boolean sandbox);

    /** A person's message as Meta reports it: what the person is called stands beside it. */
    @Mapping(target = "kapso", ignore = true)
    @Mapping(target = "username", ignore = true)
    @Mapping(target = "image", qualifiedByName = "received")
    @Mapping(target = "video", qualifiedByName = "received")
    @Mapping(target = "audio", qualifiedByName = "received")
    @Mapping(target = "document", qualifiedByName = "received")
    @Mapping(target = "sticker", qualifiedByName = "received")
    Message received(Message message);

    /** A message of the business itself as Meta reports it. */
    @Mapping(target = "kapso", ignore = true)
    @Mapping(target = "username", ignore = true)
    @Mapping(target = "from", source = "from")
    @Mapping(target = "timestamp", source = "timestamp")
    Message echo(Message message, @Nullable String from, String timestamp);

    /** Where the API has a {@code link} to a received file, Meta has a {@code url}. */
    @Named("received")
    @Mapping(target = "link", ignore = true)
    @Mapping(target = "url", source = "link")
    Media received(Media media);
}
