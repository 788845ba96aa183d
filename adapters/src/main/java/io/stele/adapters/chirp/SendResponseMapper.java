package io.stele.adapters.chirp;

import io.stele.adapters.Timestamps;
import io.stele.contracts.chirp.SendRecipient;
import io.stele.contracts.chirp.SendResponse;
import io.stele.contracts.chirp.SentMessage;
import io.stele.contracts.chirp.TemplateSendResponse;
import io.stele.core.address.Address;
import io.stele.core.message.Message;
import java.time.Instant;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** The two answers to sends. */
@Mapper
interface SendResponseMapper {

    @Mapping(target = "id", source = "id")
    @Mapping(target = "type", source = "type")
    @Mapping(target = "from", source = "message.from")
    @Mapping(target = "to", source = "message.to")
    @Mapping(target = "status", constant = "queued")
    @Mapping(target = "timestamp", source = "message.createdAt")
    @Mapping(target = "messagingProduct", constant = "whatsapp")
    SendResponse answer(
            Message message, String id, String type, List<SendRecipient> contacts, List<SentMessage> messages);

    @Mapping(target = "messagingProduct", constant = "whatsapp")
    TemplateSendResponse answer(String id, List<SendRecipient> contacts, List<SentMessage> messages);

    default String text(Address address) {
        return address.value();
    }

    default String time(Instant moment) {
        return Timestamps.milliseconds(moment);
    }
}
