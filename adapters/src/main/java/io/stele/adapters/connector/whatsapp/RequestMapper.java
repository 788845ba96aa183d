package io.stele.adapters.connector.whatsapp;

import io.stele.adapters.graph.GraphContent;
import io.stele.contracts.kapso.graph.MessageRequest;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Puts the parts of a request together. */
@Mapper
interface RequestMapper {

    @Mapping(target = "messagingProduct", constant = "whatsapp")
    @Mapping(target = "recipientType", constant = "individual")
    @Mapping(target = "messagingAccountId", ignore = true)
    @Mapping(target = "paidMessagingAccountId", ignore = true)
    @Mapping(target = "status", ignore = true)
    @Mapping(target = "messageId", ignore = true)
    @Mapping(target = "typingIndicator", ignore = true)
    MessageRequest send(
            GraphContent content,
            @Nullable String to,
            @Nullable String recipient,
            MessageRequest.@Nullable ReplyTo context,
            String bizOpaqueCallbackData);

    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "messagingProduct", constant = "whatsapp")
    @Mapping(target = "status", constant = "read")
    @Mapping(target = "messageId", source = "messageId")
    @Mapping(target = "typingIndicator", source = "typingIndicator")
    MessageRequest readMark(String messageId, MessageRequest.@Nullable TypingIndicator typingIndicator);
}
