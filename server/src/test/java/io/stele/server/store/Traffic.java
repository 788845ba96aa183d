package io.stele.server.store;

import io.stele.core.address.Address;
import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Endpoint;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.InboundStore;
import io.stele.core.intake.Decision;
import io.stele.core.intake.Draft;
import io.stele.core.intake.IdempotencyKey;
import io.stele.core.intake.IntakeStore;
import io.stele.core.intake.SenderChoice;
import io.stele.core.intake.Submission;
import io.stele.core.intake.Verdict;
import io.stele.core.message.Content;
import io.stele.core.message.Context;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Text;
import java.util.List;
import java.util.Map;

/** Messages that come and go, at the moment that the store's clock shows. */
record Traffic(TestStore store) {

    /** A person's number. */
    static PhoneNumber person(int number) {
        return new PhoneNumber("+49151%08d".formatted(number));
    }

    MessageId newId() {
        return new MessageId(store.get(KsuidGenerator.class).next());
    }

    Submission submission(Endpoint endpoint, Address to, Content content) {
        return submission(endpoint, to, content, null);
    }

    Submission submission(Endpoint endpoint, Address to, Content content, IdempotencyKey key) {
        return submission(
                endpoint,
                new Draft(
                        new SenderChoice.Through(endpoint.id()), to, endpoint.channel(), content, null, key, false,
                        null, Map.of(), List.of()),
                Context.NONE);
    }

    Submission submission(Endpoint endpoint, Draft draft, Context context) {
        return new Submission(
                newId(), endpoint.scope(), draft, context, List.of(endpoint), store.clock().instant());
    }

    /** Writes the batch, each submission by its first candidate, whatever is known. */
    List<Verdict> write(Submission... batch) {
        return write(List.of(batch));
    }

    List<Verdict> write(List<Submission> batch) {
        return store.get(IntakeStore.class)
                .write(batch, (submission, known) -> new Decision.Send(submission.candidates().getFirst(), null));
    }

    /** A message that goes out. */
    Message accept(Endpoint endpoint, Address to, String text) {
        return accepted(write(submission(endpoint, to, Text.of(text))).getFirst());
    }

    static Message accepted(Verdict verdict) {
        return ((Verdict.Accepted) verdict).message();
    }

    InboundMessage inbound(Endpoint endpoint, Address from, String providerMessageId, Content content) {
        return new InboundMessage(
                endpoint, from, Identity.UNKNOWN, providerMessageId, null, content, Context.NONE, null, store.clock().instant(), List.of());
    }

    /** A message that comes in. */
    Message receive(Endpoint endpoint, Address from, String providerMessageId) {
        return receive(inbound(endpoint, from, providerMessageId, Text.of("Hi, it is " + providerMessageId)))
                .getFirst();
    }

    List<Message> receive(InboundMessage... messages) {
        List<InboundMessage> list = List.of(messages);
        return store.get(InboundStore.class)
                .receive(list, list.stream().map(_ -> newId()).toList(), store.clock().instant());
    }
}
