package io.stele.adapters.zavu;

import io.stele.contracts.zavu.ZavuMessage;
import io.stele.contracts.zavu.ZavuMessageContent;
import io.stele.core.channel.Channel;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** A message as a resource, around what it says. */
@Mapper(uses = ZavuConversions.class)
interface ZavuMessageMapper {

    @Mapping(target = "id", source = "id")
    @Mapping(target = "status", source = "status")
    @Mapping(target = "attemptedChannels", source = "attemptedChannels")
    @Mapping(target = "senderId", source = "message.sender")
    @Mapping(target = "conversationId", source = "message.threadId")
    @Mapping(target = "content", source = "content")
    @Mapping(target = "errorCode", source = "message.failure.code")
    @Mapping(target = "errorMessage", source = "message.failure", qualifiedByName = "sentence")
    @Mapping(target = "cost", source = "message.cost.platform")
    @Mapping(target = "costProvider", source = "message.cost.provider")
    @Mapping(target = "costTotal", source = "message.cost", qualifiedByName = "total")
    @Mapping(target = "metadata", source = "message.metadata", qualifiedByName = "labels")
    ZavuMessage toWire(
            Message message,
            ZavuRendition said,
            @Nullable ZavuMessageContent content,
            MessageId id,
            Status status,
            @Nullable List<Channel> attemptedChannels);
}
