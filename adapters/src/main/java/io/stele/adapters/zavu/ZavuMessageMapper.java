package io.stele.adapters.zavu;

import io.stele.contracts.zavu.ZavuMessage;
import io.stele.contracts.zavu.ZavuMessageContent;
import io.stele.core.message.Message;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** A message as a resource, around what it says. */
@Mapper(uses = ZavuConversions.class)
interface ZavuMessageMapper {

    @Mapping(target = "id", source = "message.id")
    @Mapping(target = "senderId", source = "message.sender")
    @Mapping(target = "conversationId", source = "message.threadId")
    @Mapping(target = "content", source = "content")
    @Mapping(target = "errorCode", source = "message.failure.code")
    @Mapping(target = "errorMessage", source = "message.failure", qualifiedByName = "sentence")
    @Mapping(target = "cost", source = "message.cost.platform")
    @Mapping(target = "costProvider", source = "message.cost.provider")
    @Mapping(target = "costTotal", source = "message.cost", qualifiedByName = "total")
    @Mapping(target = "metadata", source = "message.metadata", qualifiedByName = "labels")
    ZavuMessage toWire(Message message, ZavuRendition said, @Nullable ZavuMessageContent content);
}
