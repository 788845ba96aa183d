package io.stele.adapters.chirp;

import io.stele.contracts.chirp.SendRecipient;
import io.stele.contracts.chirp.SendResponse;
import io.stele.contracts.chirp.SentMessage;
import io.stele.contracts.chirp.TemplateSendResponse;
import io.stele.core.address.Address;
import io.stele.core.address.PhoneNumber;
import io.stele.core.message.Message;
import jakarta.inject.Singleton;
import java.util.List;

/** Answers sends (contract §3.1, §3.4). */
@Singleton
public final class SendResponses {

    private final SendResponseMapper mapper;

    SendResponses(SendResponseMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The answer to a send of any type.
     *
     * @param input the recipient as the caller wrote it
     */
    public SendResponse of(Message message, String input) {
        return mapper.answer(
                message,
                ChirpIds.message(message.id(), message.scope().mode()),
                MessageTypes.of(message.content()),
                List.of(recipient(message.to(), input)),
                List.of(sent(message)));
    }

    /**
     * The answer to a send of a template by its own path.
     *
     * @param input the recipient as the caller wrote it
     */
    public TemplateSendResponse ofTemplate(Message message, String input) {
        return mapper.answer(
                ChirpIds.message(message.id(), message.scope().mode()),
                List.of(recipient(message.to(), input)),
                List.of(sent(message)));
    }

    private static SendRecipient recipient(Address to, String input) {
        return new SendRecipient(input, to instanceof PhoneNumber number ? number.digits() : to.value());
    }

    private static SentMessage sent(Message message) {
        return new SentMessage(ChirpIds.metaMessage(message.id()), "accepted");
    }
}
