package io.stele.adapters.kapso;

import io.stele.adapters.graph.GraphContent;
import io.stele.contracts.kapso.Message;
import io.stele.contracts.kapso.graph.MessageRequest;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Puts content and what stands around it together. */
@Mapper
interface MessageMapper {

    Message message(MessageEnvelope envelope, GraphContent content);

    @Mapping(target = "messagingProduct", constant = "whatsapp")
    @Mapping(target = "recipientType", constant = "individual")
    @Mapping(target = "messagingAccountId", ignore = true)
    @Mapping(target = "paidMessagingAccountId", ignore = true)
    @Mapping(target = "status", ignore = true)
    @Mapping(target = "messageId", ignore = true)
    @Mapping(target = "typingIndicator", ignore = true)
    @Mapping(target = "context", source = "quote")
    MessageRequest request(
            GraphContent content,
            @Nullable String to,
            @Nullable String recipient,
            MessageRequest.@Nullable ReplyTo quote,
            @Nullable String bizOpaqueCallbackData);
}
