package io.stele.core.example;

import io.stele.core.message.Course;
import io.stele.core.message.Message;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageLog;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** These messages, found by their ids; they cannot be listed. */
public final class MessagesInMemory implements MessageLog {

    private final List<Message> messages;

    private MessagesInMemory(List<Message> messages) {
        this.messages = messages;
    }

    public static MessagesInMemory of(Message... messages) {
        return new MessagesInMemory(List.of(messages));
    }

    @Override
    public Optional<Message> message(Scope scope, MessageId id) {
        return messages.stream()
                .filter(message -> message.scope().equals(scope) && message.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<Message> messageOfProvider(Scope scope, String providerMessageId) {
        return messages.stream()
                .filter(message -> message.scope().equals(scope)
                        && providerMessageId.equals(message.providerMessageId()))
                .max(Comparator.comparing(Message::id));
    }

    @Override
    public Page<Message> messages(Scope scope, MessageFilter filter, PageRequest<MessageId> page) {
        throw new UnsupportedOperationException("not listed");
    }

    @Override
    public List<Course> courses(Scope scope, List<Message> several) {
        return several.stream().map(Course::of).toList();
    }

    @Override
    public long count(Scope scope, MessageFilter filter) {
        throw new UnsupportedOperationException("not listed");
    }

    @Override
    public Optional<byte[]> attachment(Scope scope, MessageId message, UUID attachment) {
        return Optional.empty();
    }
}
